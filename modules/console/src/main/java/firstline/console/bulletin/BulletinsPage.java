package firstline.console.bulletin;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The list of bulletins. */
@Named
@RequestScoped
public class BulletinsPage {
  private static final String HERE = "/console/bulletins?state=";

  @Inject private BulletinQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private Page<BulletinQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.list(
            getState(), Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public String getState() {
    var state = screen.parameter("state");
    return getStates().contains(state) ? state : "";
  }

  public List<String> getStates() {
    return Arrays.stream(BulletinState.values()).map(Enum::name).toList();
  }

  public boolean isWriting() {
    return desk.may(BulletinRights.WRITE);
  }

  public List<BulletinQueries.Line> getRows() {
    return page.rows();
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page.after().isEmpty() ? "" : HERE + getState() + "&after=" + page.after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page.before().isEmpty() ? "" : HERE + getState() + "&before=" + page.before();
  }
}
