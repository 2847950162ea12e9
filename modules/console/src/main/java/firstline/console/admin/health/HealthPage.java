package firstline.console.admin.health;

import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the server fares, as a list of findings. */
@Named
@RequestScoped
public class HealthPage {
  private static final Duration LATE = Duration.ofMinutes(10);
  private static final Duration STALE = Duration.ofHours(26);

  /**
   * One finding.
   *
   * @param key words: {@code health.<key>}
   * @param good false if somebody should look
   * @param text what was found, in the reader's language
   */
  public record Finding(String key, boolean good, String text) {}

  @Inject private HealthQueries queries;
  @Inject private Machine machine;
  @Inject private Words words;
  @Inject private Clock clock;

  private final List<Finding> findings = new ArrayList<>();
  private List<HealthQueries.Migration> migrations = List.of();

  public void load() throws IOException {
    findings.add(new Finding("database", true, queries.version()));
    var disk = machine.disk();
    findings.add(
        new Finding(
            "disk",
            disk.enough(),
            words.of("health.disk.free", gigabytes(disk.free()), gigabytes(disk.total()))
                + " · "
                + disk.folder()));
    var runtime = machine.runtime();
    findings.add(new Finding("java", true, runtime.java()));
    findings.add(new Finding("uptime", true, age(runtime.uptime())));
    outbox();
    anchor();
    migrations = queries.migrations();
  }

  private void outbox() {
    var backlog = queries.backlog();
    var oldest = backlog.oldest();
    var age = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
    findings.add(
        new Finding(
            "backlog",
            age.compareTo(LATE) < 0,
            oldest == null
                ? words.get("health.backlog.none")
                : words.of("health.backlog.open", backlog.open(), age(age))));
    findings.add(
        new Finding("dead", backlog.dead() == 0, words.of("health.dead.count", backlog.dead())));
  }

  private void anchor() throws IOException {
    var anchored = machine.anchored();
    var fresh =
        anchored != null && Duration.between(anchored, clock.instant()).compareTo(STALE) < 0;
    findings.add(
        new Finding(
            "anchor",
            fresh,
            anchored == null ? words.get("health.anchor.none") : words.time(anchored)));
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  private String age(Duration age) {
    return age.toHours() > 0
        ? words.of("health.hours", age.toHours(), age.toMinutesPart())
        : words.of("health.minutes", age.toMinutes());
  }

  public List<Finding> getFindings() {
    return findings;
  }

  public List<Machine.Tool> getTools() {
    return machine.tools();
  }

  public List<HealthQueries.Migration> getMigrations() {
    return migrations;
  }
}
