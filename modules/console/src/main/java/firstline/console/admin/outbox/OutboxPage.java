package firstline.console.admin.outbox;

import firstline.persistence.outbox.Outbox;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The outbox: how many duties are in each state, those of one state, and the dead ones' fate. */
@Named
@RequestScoped
public class OutboxPage {
  private static final List<String> STATES =
      List.of("DEAD", "WAITING", "RUNNING", "DONE", "DROPPED");

  /** How many duties are in a state. */
  public record Count(String state, String count, boolean current) {}

  @Inject private Outbox outbox;
  @Inject private Screen screen;

  private @Nullable List<Outbox.Line> rows;

  public List<Count> getCounts() {
    Map<String, String> found =
        outbox.counts().stream()
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    return STATES.stream()
        .map(one -> new Count(one, found.getOrDefault(one, "0"), one.equals(getState())))
        .toList();
  }

  /** Read at the first use: a posted form is looked for in the rows before any action runs. */
  public List<Outbox.Line> getRows() {
    if (rows == null) {
      rows = outbox.lines(getState());
    }
    return rows;
  }

  /** The state whose duties are shown; the dead ones unless the address says otherwise. */
  public String getState() {
    var wanted = screen.parameter("state");
    return STATES.contains(wanted) ? wanted : STATES.get(0);
  }

  public void retry() {
    screen.run(
        () -> outbox.retry(new Outbox.Retry(screen.id("duty"), screen.parameter("listener"))),
        "outbox.retried",
        "/console/admin/outbox");
  }

  public void drop() {
    screen.run(
        () ->
            outbox.drop(
                new Outbox.Drop(
                    screen.id("duty"), screen.parameter("listener"), screen.parameter("reason"))),
        "outbox.dropped",
        "/console/admin/outbox");
  }
}
