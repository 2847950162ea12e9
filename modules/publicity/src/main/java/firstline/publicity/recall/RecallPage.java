package firstline.publicity.recall;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One recall as it spreads. */
@Named
@RequestScoped
public class RecallPage {
  @Inject private RecallQueries queries;
  @Inject private Screen screen;
  @Inject private Clock clock;

  private RecallQueries.@Nullable Line line;
  private @Nullable List<RecallQueries.Way> ways;
  private @Nullable List<RecallQueries.Task> silent;

  public void load() {
    getLine();
  }

  public RecallQueries.Line getLine() {
    if (line == null) {
      line = queries.one(screen.id());
    }
    if (line == null) {
      throw new NotFound();
    }
    return line;
  }

  public List<RecallQueries.Way> getWays() {
    if (ways == null) {
      ways = queries.ways(screen.id());
    }
    return ways;
  }

  public List<RecallQueries.Task> getSilent() {
    if (silent == null) {
      silent = queries.silent(screen.id());
    }
    return silent;
  }

  public Instant getNow() {
    return clock.instant();
  }
}
