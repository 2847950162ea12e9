package firstline.broadcast.alert;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Alerts of other authorities, and the feeds that are silent. */
@Named
@RequestScoped
public class AlertsPage {
  private static final String HERE = "/console/broadcast/alerts?";
  private static final List<String> STATES =
      List.of("DRAFT", "ORDERED", "SUPERSEDED", "CANCELLED", "EXPIRED", "IGNORED");

  /** A feed without an answer for so many intervals is silent. */
  private static final int INTERVALS = 3;

  @Inject private AlertList list;
  @Inject private FeedBook book;
  @Inject private Screen screen;
  @Inject private Desk desk;

  @Inject private AlertFeeds feeds;

  private Page<AlertList.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        list.list(getState(), Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<AlertList.Line> getRows() {
    return page.rows();
  }

  public List<String> getStates() {
    return STATES;
  }

  /** The state to which the list is narrowed, or empty. */
  public String getState() {
    return STATES.contains(screen.parameter("state")) ? screen.parameter("state") : "";
  }

  public boolean isOnDuty() {
    return desk.may(BroadcastRights.EMERGENCY);
  }

  public List<FeedBook.Silent> getSilent() {
    return book.silent(feeds.addresses(), feeds.interval().multipliedBy(INTERVALS));
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page.after().isEmpty() ? "" : HERE + "state=" + getState() + "&after=" + page.after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page.before().isEmpty() ? "" : HERE + "state=" + getState() + "&before=" + page.before();
  }
}
