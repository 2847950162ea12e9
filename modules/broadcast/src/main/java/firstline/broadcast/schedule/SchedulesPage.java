package firstline.broadcast.schedule;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The list of schedules: filters and place in the address. */
@Named
@RequestScoped
public class SchedulesPage {
  @Inject private ScheduleQueries queries;
  @Inject private Language language;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private Page<ScheduleQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.list(
            getState(),
            getKind(),
            language.tag(),
            Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<ScheduleQueries.Line> getRows() {
    return page.rows();
  }

  public List<String> getStates() {
    return Arrays.stream(ScheduleState.values()).map(Enum::name).toList();
  }

  public List<String> getKinds() {
    return Arrays.stream(firstline.broadcast.programme.Kind.values()).map(Enum::name).toList();
  }

  public boolean isDrafting() {
    return desk.may(BroadcastRights.DRAFT);
  }

  public String getState() {
    return screen.parameter("state");
  }

  public String getKind() {
    return screen.parameter("kind");
  }

  public boolean isNarrowed() {
    return !(getState() + getKind()).isBlank();
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
    return "/console/broadcast/schedules?state="
        + Screen.encode(getState())
        + "&kind="
        + Screen.encode(getKind());
  }
}
