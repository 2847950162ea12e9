package firstline.console.deputy;

import firstline.persistence.openwork.OpenWorkContribution.Item;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Open work of a colleague, ticked and handed over. */
@Named
@RequestScoped
public class HandOverPage {
  private static final String HERE = "/console/hand-over";

  @Inject private HandOverWork work;
  @Inject private HandOverQueries queries;
  @Inject private Screen screen;

  private @Nullable List<HandOverQueries.Load> loads;
  private @Nullable List<HandOverQueries.Past> past;
  private @Nullable List<Item> open;
  private List<HandOverWork.Problem> problems = List.of();

  /** Read at the first use, as the others. */
  public List<HandOverQueries.Load> getLoads() {
    if (loads == null) {
      loads = queries.loads();
    }
    return loads;
  }

  public List<HandOverQueries.Past> getPast() {
    if (past == null) {
      past = queries.past();
    }
    return past;
  }

  public String getFrom() {
    return screen.parameter("from");
  }

  public List<Item> getOpen() {
    if (open == null) {
      open = getFrom().isEmpty() ? List.of() : work.open(getFrom());
    }
    return open;
  }

  /** All are ticked until somebody takes a tick away. */
  public boolean ticked(Item item) {
    return !screen.names("posted") || screen.parameters("record").contains(item.key());
  }

  public List<HandOverWork.Problem> getProblems() {
    return problems;
  }

  public String typed(String field) {
    return screen.parameter(field);
  }

  public void pass() {
    var done =
        screen.attempt(
            () ->
                problems =
                    work.pass(
                        new HandOverWork.Command(
                            getFrom(),
                            typed("to"),
                            Set.copyOf(screen.parameters("record")),
                            typed("reason"))));
    if (done && problems.isEmpty()) {
      screen.done("hand-over.done");
      screen.go(HERE);
    }
  }
}
