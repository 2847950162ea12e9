package firstline.persistence.chosen;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen, from memory. A change on this server is seen as soon as it is committed, one on
 * another server within five seconds. A value that is no longer within its bounds counts as not
 * chosen.
 */
@ApplicationScoped
public class ChosenSettings {
  private static final long FRESH = Duration.ofSeconds(5).toNanos();

  /** A CDI event: a setting was changed. */
  public record Changed(String key) {}

  private record Memory(Map<String, String> values, long since) {}

  @Inject private Sql sql;

  private final AtomicLong changes = new AtomicLong();
  private volatile @Nullable Memory memory;

  @SuppressWarnings("NullAway.Init")
  protected ChosenSettings() {}

  /** For tests without a server. */
  public ChosenSettings(Sql sql) {
    this.sql = sql;
  }

  /** A number. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public int number(Setting setting) {
    return Integer.parseInt(value(setting));
  }

  /** True if the flag is on. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public boolean on(Setting setting) {
    return value(setting).equals(Setting.ON);
  }

  /** A choice or an hour. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public String text(Setting setting) {
    return value(setting);
  }

  @Requirement("R112.2")
  private String value(Setting setting) {
    var chosen = values().get(setting.key());
    return chosen == null || setting.problem(chosen).isPresent() ? setting.standard() : chosen;
  }

  private Map<String, String> values() {
    var known = memory;
    if (known != null && System.nanoTime() - known.since() < FRESH) {
      return known.values();
    }
    var before = changes.get();
    var read =
        sql
            .list("select key, value from setting", row -> Map.entry(row.text(1), row.text(2)))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    // What was read while somebody changed a setting may be older than the change.
    if (before == changes.get()) {
      memory = new Memory(read, System.nanoTime());
    }
    return read;
  }

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
    changes.incrementAndGet();
    memory = null;
  }
}
