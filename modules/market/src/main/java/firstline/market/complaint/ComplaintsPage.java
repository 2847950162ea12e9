package firstline.market.complaint;

import firstline.market.MarketRights;
import firstline.market.complaint.ComplaintQueries.Asked;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The list of complaints and tip-offs. */
@Named
@RequestScoped
public class ComplaintsPage {
  @Inject private ComplaintQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private Page<ComplaintQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.list(
            new Asked(getKind(), getState(), getWords()),
            Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public String getKind() {
    return screen.parameter("kind");
  }

  public String getState() {
    return screen.parameter("state");
  }

  public String getWords() {
    return screen.parameter("words");
  }

  public List<String> getKinds() {
    return Arrays.stream(Kind.values()).map(Enum::name).toList();
  }

  public List<String> getStates() {
    return Arrays.stream(State.values()).map(Enum::name).toList();
  }

  public boolean isFiltered() {
    return !(getKind() + getState() + getWords()).isEmpty();
  }

  public boolean isIntake() {
    return desk.may(MarketRights.INTAKE);
  }

  public List<ComplaintQueries.Line> getRows() {
    return page.rows();
  }

  private String here() {
    return "/console/market/complaints?kind="
        + Screen.encode(getKind())
        + "&state="
        + Screen.encode(getState())
        + "&words="
        + Screen.encode(getWords());
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page.after().isEmpty() ? "" : here() + "&after=" + page.after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page.before().isEmpty() ? "" : here() + "&before=" + page.before();
  }
}
