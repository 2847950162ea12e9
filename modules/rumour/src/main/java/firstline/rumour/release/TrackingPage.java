package firstline.rumour.release;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * What releases wait for: first of all everything that still stands somewhere and is no longer
 * right.
 */
@Named
@RequestScoped
public class TrackingPage {
  @Inject private ReleaseQueries queries;
  @Inject private Screen screen;

  private Page<ReleaseQueries.Due> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.waiting(
            getState(),
            getChannel(),
            getArea(),
            Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<ReleaseQueries.Due> getRows() {
    return page.rows();
  }

  public List<String> getStates() {
    return List.of("CORRECTION_DUE", "QUEUED", "SENT", "FAILED");
  }

  public String getState() {
    return screen.names("state") ? screen.parameter("state") : getStates().get(0);
  }

  public String getChannel() {
    return screen.parameter("channel");
  }

  public String getArea() {
    return screen.parameter("area");
  }

  public List<Channel> getChannels() {
    return List.of(Channel.values());
  }

  public boolean isNarrowed() {
    return !(getChannel() + getArea()).isBlank();
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
    return "/console/rumour/corrections?state="
        + Screen.encode(getState())
        + "&channel="
        + Screen.encode(getChannel())
        + "&area="
        + Screen.encode(getArea());
  }
}
