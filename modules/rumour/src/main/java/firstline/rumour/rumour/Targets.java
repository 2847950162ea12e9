package firstline.rumour.rumour;

import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Within what time the public is to have the answer, by priority; settings in hours, 5, 24 and 48
 * by default.
 *
 * @param idle how long a rumour may lie without a step before its chiefs are told
 * @param resurface so many claims after the answer, within a week, and it has resurfaced
 */
public record Targets(Duration high, Duration middle, Duration low, Duration idle, int resurface) {
  /** As this installation has set them. */
  public static Targets current() {
    return new Targets(
        Duration.ofHours(number("rumour.target.high", 5)),
        Duration.ofHours(number("rumour.target.middle", 24)),
        Duration.ofHours(number("rumour.target.low", 48)),
        Duration.ofHours(number("rumour.idle", 4)),
        number("rumour.resurface", 3));
  }

  private static int number(String key, int otherwise) {
    return ConfigProvider.getConfig()
        .getOptionalValue("firstline." + key, Integer.class)
        .filter(value -> value > 0)
        .orElse(otherwise);
  }
}
