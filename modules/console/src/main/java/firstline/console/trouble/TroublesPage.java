package firstline.console.trouble;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The list of reported problems: the own ones, for an administrator those of the areas. */
@Named
@RequestScoped
public class TroublesPage {
  private static final List<String> STATES = List.of("ALL", "OPEN", "ANSWERED", "CLOSED");

  @Inject private TroubleQueries queries;
  @Inject private Screen screen;

  private Page<TroubleQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.list(
            getState().equals("ALL") ? "" : getState(),
            Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<String> getStates() {
    return STATES;
  }

  public String getState() {
    var state = screen.parameter("state");
    return STATES.contains(state) ? state : "ALL";
  }

  public List<TroubleQueries.Line> getRows() {
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
    return "/console/troubles?state=" + getState();
  }
}
