package firstline.broadcast.alert;

import firstline.persistence.requirement.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which feeds of other authorities are asked, and how often. Settings: {@code
 * firstline.alerts.feeds}, addresses with commas between, and {@code
 * firstline.alerts.feed-seconds}, 300 if nothing is said, never less than 120.
 */
@ApplicationScoped
class AlertFeeds {
  /** Others wait for the same servers. */
  static final Duration SHORTEST = Duration.ofMinutes(2);

  @Inject
  @ConfigProperty(name = "firstline.alerts.feeds")
  private Optional<String> feeds = Optional.empty();

  @Inject
  @ConfigProperty(name = "firstline.alerts.feed-seconds", defaultValue = "300")
  private long seconds;

  List<String> addresses() {
    return addresses(feeds.orElse(""));
  }

  Duration interval() {
    return interval(seconds);
  }

  /** What is set, but never less than two minutes. */
  @Requirement("R34.11")
  static Duration interval(long seconds) {
    return Duration.ofSeconds(Math.max(SHORTEST.toSeconds(), seconds));
  }

  static List<String> addresses(String setting) {
    return Stream.of(setting.split(",")).map(String::strip).filter(url -> !url.isEmpty()).toList();
  }
}
