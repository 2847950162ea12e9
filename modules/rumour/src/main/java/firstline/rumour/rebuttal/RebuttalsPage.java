package firstline.rumour.rebuttal;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The list of rebuttals: filters and place in the address. */
@Named
@RequestScoped
public class RebuttalsPage {
  @Inject private RebuttalQueries queries;
  @Inject private Screen screen;

  private Page<RebuttalQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.list(
            new RebuttalQueries.Filter(getQ(), getState(), getArea()),
            Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<RebuttalQueries.Line> getRows() {
    return page.rows();
  }

  public String getQ() {
    return screen.parameter("q");
  }

  public String getState() {
    return screen.parameter("state");
  }

  public String getArea() {
    return screen.parameter("area");
  }

  public List<String> getStates() {
    return List.of("DRAFT", "IN_REVIEW", "RETURNED", "APPROVED", "PUBLISHED", "WITHDRAWN");
  }

  public boolean isNarrowed() {
    return !(getQ() + getState() + getArea()).isBlank();
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
    return "/console/rumour/rebuttals?q="
        + Screen.encode(getQ())
        + "&state="
        + Screen.encode(getState())
        + "&area="
        + Screen.encode(getArea());
  }
}
