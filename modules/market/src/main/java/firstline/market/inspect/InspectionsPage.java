package firstline.market.inspect;

import firstline.market.MarketRights;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The list of inspections. */
@Named
@RequestScoped
public class InspectionsPage {
  @Inject private InspectionQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private Page<InspectionQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.list(
            new InspectionQueries.Filter(getState(), getKind(), getWords(), isMine()),
            Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<String> getStates() {
    return Arrays.stream(InspectionState.values()).map(Enum::name).toList();
  }

  public List<String> getKinds() {
    return Arrays.stream(InspectionKind.values()).map(Enum::name).toList();
  }

  public String getState() {
    return one("state", getStates());
  }

  public String getKind() {
    return one("kind", getKinds());
  }

  private String one(String field, List<String> known) {
    var typed = screen.parameter(field);
    return known.contains(typed) ? typed : "";
  }

  public String getWords() {
    return screen.parameter("q");
  }

  public boolean isMine() {
    return screen.names("mine");
  }

  public boolean isFiltered() {
    return !(getState() + getKind() + getWords().strip()).isEmpty() || isMine();
  }

  public boolean isPlanning() {
    return desk.may(MarketRights.INTAKE);
  }

  public boolean isInspecting() {
    return desk.may(MarketRights.INSPECT);
  }

  public List<InspectionQueries.Line> getRows() {
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
    return "/console/market/inspections?state="
        + getState()
        + "&kind="
        + getKind()
        + "&q="
        + Screen.encode(getWords())
        + (isMine() ? "&mine=1" : "");
  }
}
