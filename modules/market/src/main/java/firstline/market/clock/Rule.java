package firstline.market.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule of law about a term.
 *
 * @param id such as {@code case.decide}
 * @param lawVersion the law and the day it came into force, such as {@code
 *     complaint-handling@2020-01-01}
 * @param from first day of events it governs
 * @param until last such day; null as long as it is in force
 * @param amount how many units; negative where the term is counted back from its event, as the
 *     notice of a hearing is
 * @param roll true if a last day off moves on to the next working day
 * @param extensions that may follow each other, in this order
 * @param stops for which it stands still; empty if nothing stops it
 * @param confirmed false for advice whose source is to be confirmed: no gate may rest on it
 * @param sourceZh law and article, in Chinese
 * @param sourceEn the same in English
 */
public record Rule(
    String id,
    String lawVersion,
    LocalDate from,
    @Nullable LocalDate until,
    int amount,
    Unit unit,
    boolean roll,
    List<Extension> extensions,
    Set<Cause> stops,
    boolean confirmed,
    String sourceZh,
    String sourceEn) {
  /**
   * One step by which the term may grow.
   *
   * @param amount in the rule's units; 0 if the decision itself says how many
   */
  public record Extension(Rank by, int amount) {}

  boolean governs(LocalDate event) {
    return !event.isBefore(from) && (until == null || !event.isAfter(until));
  }
}
