package firstline.market.measure;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The list of measures. */
@Named
@RequestScoped
public class MeasuresPage {
  @Inject private MeasureQueries queries;
  @Inject private Screen screen;

  private Page<MeasureQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.list(
            new MeasureQueries.Asked(getKind(), getState()),
            Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<String> getKinds() {
    return Arrays.stream(MeasureKind.values()).map(Enum::name).toList();
  }

  public List<String> getStates() {
    return Arrays.stream(MeasureState.values()).map(Enum::name).toList();
  }

  public String getKind() {
    return getKinds().contains(screen.parameter("kind")) ? screen.parameter("kind") : "";
  }

  public String getState() {
    return getStates().contains(screen.parameter("state")) ? screen.parameter("state") : "";
  }

  public boolean isFiltered() {
    return !(getKind() + getState()).isEmpty();
  }

  public List<MeasureQueries.Line> getRows() {
    return page.rows();
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page.after().isEmpty() ? "" : here() + "&after=" + page.after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page.before().isEmpty() ? "" : here() + "&before=" + page.before();
  }

  private String here() {
    return "/console/market/measures?kind=" + getKind() + "&state=" + getState();
  }
}
