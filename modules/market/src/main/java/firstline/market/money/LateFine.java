package firstline.market.money;

import firstline.persistence.requirement.Requirement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The fine for paying late: of each day after the last one, 3 % of what of the fine is unpaid, all
 * together never more than the fine (行政处罚法 art. 72, 行政强制法 art. 45). Days of a reconsideration or
 * a suit do not count (行政处罚法 art. 73).
 *
 * <p>What is paid goes to the fine first, so that nobody is fined for the late fine.
 */
public final class LateFine {
  private static final long PER_CENT = 3;

  /** So that the product stays a long, whatever the sum; the fine itself is the cap. */
  private static final long MOST_DAYS = 1_000_000;

  /** A payment towards the fine, in fen. */
  public record Payment(LocalDate day, long amount) {}

  /** A part of the fine that is due on a day, in fen. */
  public record Part(LocalDate due, long amount) {}

  /**
   * A reconsideration or a suit, both days within it.
   *
   * @param until {@link LocalDate#MAX} while it goes on
   */
  public record Pause(LocalDate from, LocalDate until) {}

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
    return owed(List.of(new Part(payBy, fine)), payments, List.of(), day);
  }

  /**
   * The same of a fine that is paid in parts: each grows from its own day, and what is paid goes to
   * the earliest one.
   *
   * @param plan parts in the order of their days
   * @param pauses that do not overlap
   */
  @Requirement({"R85.2", "R92.15"})
  public static Owed owed(
      List<Part> plan, List<Payment> payments, List<Pause> pauses, LocalDate day) {
    var fine = plan.stream().mapToLong(Part::amount).sum();
    var counted =
        payments.stream()
            .filter(one -> !one.day().isAfter(day))
            .sorted(Comparator.comparing(Payment::day))
            .toList();
    var before = 0L;
    var late = 0L;
    for (var part : plan) {
      late += grown(part, before, counted, pauses, day);
      before += part.amount();
    }
    var paid = counted.stream().mapToLong(Payment::amount).sum();
    var paidLate = Math.max(0, paid - fine);
    return new Owed(Math.max(0, fine - paid), Math.max(0, Math.min(late, fine) - paidLate));
  }

  /** The day of the earliest part that the payments do not cover. */
  @Requirement("R92.15")
  public static Optional<LocalDate> unpaidBy(List<Part> plan, List<Payment> payments) {
    var left = payments.stream().mapToLong(Payment::amount).sum();
    for (var part : plan) {
      if (left < part.amount()) {
        return Optional.of(part.due());
      }
      left -= part.amount();
    }
    return Optional.empty();
  }

  /** How much a part grew until the day, {@code before} being due before it. */
  private static long grown(
      Part part, long before, List<Payment> payments, List<Pause> pauses, LocalDate day) {
    var unpaid = part.amount();
    var since = part.due();
    var paid = 0L;
    var late = 0L;
    for (var payment : payments) {
      late += grown(unpaid, since, payment.day(), pauses);
      since = later(since, payment.day());
      paid += payment.amount();
      unpaid = part.amount() - Math.max(0, Math.min(part.amount(), paid - before));
    }
    return late + grown(unpaid, since, day, pauses);
  }

  /** Rounded down to a fen, for the benefit of the party. */
  private static long grown(long unpaid, LocalDate since, LocalDate until, List<Pause> pauses) {
    var days = ChronoUnit.DAYS.between(since, until);
    if (days <= 0) {
      return 0;
    }
    for (var pause : pauses) {
      var from = later(pause.from(), since.plusDays(1));
      var to = pause.until().isBefore(until) ? pause.until() : until;
      days -= Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
    }
    return unpaid * PER_CENT * Math.min(days, MOST_DAYS) / 100;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
