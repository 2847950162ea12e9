package firstline.rumour.appeal;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The list of appeals: filters and place in the address. */
@Named
@RequestScoped
public class AppealsPage {
  @Inject private AppealQueries queries;
  @Inject private Screen screen;

  private Page<AppealQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.list(
            getState(),
            getArea(),
            Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<AppealQueries.Line> getRows() {
    return page.rows();
  }

  public List<String> getStates() {
    return List.of("OPEN", "LATE", "RECEIVED", "REVIEWING", "HEARD", "ANSWERED");
  }

  public String getState() {
    return screen.parameter("state");
  }

  public String getArea() {
    return screen.parameter("area");
  }

  public boolean isNarrowed() {
    return !(getState() + getArea()).isBlank();
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page.after().isEmpty() ? "" : filters() + "&after=" + page.after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page.before().isEmpty() ? "" : filters() + "&before=" + page.before();
  }

  private String filters() {
    return "/console/rumour/appeals?state="
        + Screen.encode(getState())
        + "&area="
        + Screen.encode(getArea());
  }
}
