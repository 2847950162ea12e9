package firstline.broadcast.quiet;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Happening;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One window on the screen. */
@Named
@RequestScoped
public class QuietWindowPage {
  @Inject private QuietQueries queries;
  @Inject private EndQuiet endQuiet;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;

  private QuietQueries.@Nullable View view;

  public void load() {
    view = queries.one(screen.id());
  }

  public QuietQueries.View getView() {
    if (view == null) {
      load();
    }
    return Objects.requireNonNull(view);
  }

  public boolean isEndable() {
    return desk.may(BroadcastRights.QUIET) && getView().mine() && getView().endedAt() == null;
  }

  public List<Happening> getHistory() {
    return getView().events().stream()
        .map(
            event ->
                new Happening(
                    event.at(),
                    event.officerName(),
                    event.departmentName(),
                    words.get("broadcast.quiet.verb." + event.verb()),
                    event.reason()))
        .toList();
  }

  public void end() {
    screen.run(
        () ->
            endQuiet.window(
                new EndQuiet.Command(screen.id(), screen.version(), screen.parameter("why"))),
        "broadcast.quiet.over",
        "/console/broadcast/quiet-window?id=" + screen.id());
  }
}
