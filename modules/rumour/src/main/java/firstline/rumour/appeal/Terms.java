package firstline.rumour.appeal;

import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.time.Clocks;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Until when a party is to hear that its appeal is there, and until when it is answered; in working
 * days after the day of receipt. Settings {@code firstline.rumour.appeal.acknowledge} and {@code
 * .answer}, 1 and 15 by default.
 */
public record Terms(int acknowledge, int answer) {
  /**
   * The two days.
   *
   * @param provisional true as long as a notice that can move one of them is not published
   */
  public record Due(LocalDate acknowledgeBy, LocalDate answerBy, boolean provisional) {}

  /** As this installation has set them. */
  public static Terms current() {
    return new Terms(number("acknowledge", 1), number("answer", 15));
  }

  /** The days of an appeal that was received then. */
  @Requirement("R3.33")
  Due from(Instant received, WorkingDays calendar) {
    var day = LocalDate.ofInstant(received, Clocks.ZONE);
    var first = calendar.plus(day, acknowledge);
    var last = calendar.plus(day, answer);
    return new Due(first.date(), last.date(), first.provisional() || last.provisional());
  }

  private static int number(String key, int otherwise) {
    return ConfigProvider.getConfig()
        .getOptionalValue("firstline.rumour.appeal." + key, Integer.class)
        .filter(value -> value > 0 && value <= WorkingDays.MOST)
        .orElse(otherwise);
  }
}
