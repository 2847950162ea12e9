package firstline.market.campaign;

import firstline.market.money.Fen;
import firstline.persistence.refusal.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What campaigns count. Words: {@code market-campaign.figure.<name>}; what exactly is counted:
 * {@code market-campaign.counts.<name>}; the statement stands in {@link CountedRecords}.
 */
public enum Figure {
  LETTERS,
  COMPLAINTS_SETTLED,
  LEADS_HANDLED,
  INSPECTIONS,
  CASES_FILED,
  MEASURES,
  CASES_CLOSED,
  FINES,
  FINES_PAID,
  POINTS,
  ALERTS_JUDGED,
  ADMONITIONS;

  private static final long MOST = 1_000_000_000_000L;

  /** True of amounts in fen. */
  public boolean isMoney() {
    return this == FINES || this == FINES_PAID;
  }

  /** The value for forms and files: a number, or yuan. */
  public String write(long value) {
    return isMoney() ? Fen.write(value) : Long.toString(value);
  }

  /** The same with marks between thousands, for the eye. */
  public String show(long value) {
    return isMoney() ? Fen.show(value) : String.format(Locale.ROOT, "%,d", value);
  }

  /**
   * A value as it is typed: a number, or yuan.
   *
   * @throws Refusal {@code market-campaign.number}, {@code money.…}
   */
  long read(String typed) {
    if (isMoney()) {
      return Fen.read(typed);
    }
    var digits = typed.strip().replace(",", "");
    if (!digits.matches("[0-9]{1,12}") || Long.parseLong(digits) > MOST) {
      throw new Refusal("market-campaign.number", typed);
    }
    return Long.parseLong(digits);
  }

  /** The one of the name, or the first. */
  static Figure of(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElse(LETTERS);
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Enum::name).toList();
  }
}
