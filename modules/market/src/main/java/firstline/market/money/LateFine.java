package firstline.market.money;

import firstline.persistence.requirement.Requirement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * The fine for paying late: of each day after the last one, 3 % of what of the fine is unpaid, all
 * together never more than the fine (行政处罚法 art. 72, 行政强制法 art. 45).
 *
 * <p>What is paid goes to the fine first, so that nobody is fined for the late fine.
 */
public final class LateFine {
  private static final long PER_CENT = 3;

  /** A payment towards the fine, in fen. */
  public record Payment(LocalDate day, long amount) {}

  /** What stands open, in fen. */
  public record Owed(long fine, long late) {
    public long all() {
      return fine + late;
    }
  }

  private LateFine() {}

  /**
   * What is owed at the end of a day.
   *
   * @param fine in fen
   * @param payBy last day on which it is paid in time
   * @param payments in any order; what comes after the day does not count
   */
  @Requirement("R85.2")
  public static Owed owed(long fine, LocalDate payBy, List<Payment> payments, LocalDate day) {
    var unpaid = fine;
    var paidLate = 0L;
    var late = 0L;
    var since = payBy;
    var counted =
        payments.stream()
            .filter(one -> !one.day().isAfter(day))
            .sorted(Comparator.comparing(Payment::day))
            .toList();
    for (var payment : counted) {
      late += grown(unpaid, since, payment.day());
      since = later(since, payment.day());
      var toFine = Math.min(unpaid, payment.amount());
      unpaid -= toFine;
      paidLate += payment.amount() - toFine;
    }
    late += grown(unpaid, since, day);
    return new Owed(unpaid, Math.max(0, Math.min(late, fine) - paidLate));
  }

  /** Rounded down to a fen, for the benefit of the party. */
  private static long grown(long unpaid, LocalDate since, LocalDate until) {
    var days = Math.max(0, ChronoUnit.DAYS.between(since, until));
    // Never above the fine: 34 days are more than all of it.
    return unpaid * PER_CENT * Math.min(days, 100) / 100;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
