package firstline.market.casefile;

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

/** The list of cases. */
@Named
@RequestScoped
public class CasesPage {
  @Inject private CaseQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private Page<CaseQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.list(
            new CaseQueries.Filter(getState(), getWords(), isMine()),
            Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public String getState() {
    var state = screen.parameter("state");
    return getStates().contains(state) ? state : "";
  }

  public List<String> getStates() {
    return Arrays.stream(CaseState.values()).map(Enum::name).toList();
  }

  public String getWords() {
    return screen.parameter("q");
  }

  public boolean isMine() {
    return screen.names("mine");
  }

  public boolean isFiltered() {
    return !getState().isEmpty() || !getWords().isBlank() || isMine();
  }

  public boolean isFiling() {
    return desk.may(MarketRights.INTAKE);
  }

  public List<CaseQueries.Line> getRows() {
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
    return "/console/market/cases?state="
        + getState()
        + "&q="
        + Screen.encode(getWords())
        + (isMine() ? "&mine=1" : "");
  }
}
