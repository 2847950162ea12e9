package firstline.console.circular;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The lists of notices: what waits, all that came, what the department sent. */
@Named
@RequestScoped
public class CircularsPage {
  @Inject private CircularQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private Page<CircularQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    var cursor = Cursor.read(screen.parameter("after"), screen.parameter("before"));
    page =
        getState().equals("sent")
            ? queries.sent(cursor)
            : queries.mine(getState().equals("open"), cursor);
  }

  /** Which list: {@code all}, {@code open} or {@code sent}. */
  public String getState() {
    var state = screen.parameter("state");
    return getStates().contains(state) ? state : "all";
  }

  public List<String> getStates() {
    return isSending() ? List.of("all", "open", "sent") : List.of("all", "open");
  }

  public boolean isSending() {
    return desk.may(SendCircular.SEND);
  }

  public List<CircularQueries.Line> getRows() {
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
    return "/console/circulars?state=" + getState();
  }
}
