package firstline.broadcast.ebm;

import firstline.persistence.refusal.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A message's id (EBMID): 35 digits, the sender's resource id, the day as {@code yyyyMMdd}, a
 * number of the day.
 *
 * @param number 1 to 9999
 */
public record MessageId(ResourceId sender, LocalDate day, int number) {
  static final int MOST = 9_999;
  private static final int LENGTH = 35;

  /** Reads the 35 digits. */
  public static MessageId of(String digits) {
    if (!digits.matches("[0-9]{" + LENGTH + "}")) {
      throw new Refusal("ebm.value", "EBMID", digits);
    }
    try {
      var day = ResourceId.LENGTH + 8;
      return new MessageId(
          new ResourceId(digits.substring(0, ResourceId.LENGTH)),
          LocalDate.parse(
              digits.substring(ResourceId.LENGTH, day), DateTimeFormatter.BASIC_ISO_DATE),
          Integer.parseInt(digits.substring(day)));
    } catch (DateTimeException e) {
      throw new Refusal("ebm.value", "EBMID", digits);
    }
  }

  @Override
  public String toString() {
    return sender
        + DateTimeFormatter.BASIC_ISO_DATE.format(day)
        + String.format(Locale.ROOT, "%04d", number);
  }
}
