package firstline.market.term;

import firstline.market.clock.DayTable;
import firstline.market.clock.Due;
import firstline.market.clock.Moment;
import firstline.market.clock.Rules;
import firstline.market.clock.Term;
import firstline.market.clock.TermEvent;
import firstline.persistence.time.Clocks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Where a term ends by a calendar and the rules as they are.
 *
 * @param endsAt the first moment at which it is over
 * @param basis tells the calendar and the rules that were counted by
 */
record Projection(
    String lawVersion,
    LocalDate due,
    Instant endsAt,
    boolean provisional,
    boolean standing,
    String basis) {
  /** Of a term to which all this has happened, in this order. */
  static Projection of(String rule, Moment trigger, List<TermEvent> events, DayTable table) {
    return of(rule, replayed(rule, trigger, events, table), trigger, table);
  }

  /** Of the term as it is; {@code rule} and {@code trigger} are its own. */
  static Projection of(String rule, Term term, Moment trigger, DayTable table) {
    var due = term.due();
    return new Projection(
        Rules.shipped().at(rule, trigger.day()).lawVersion(),
        due.day(),
        end(due),
        due.provisional(),
        due.standing(),
        basis(table));
  }

  static Term replayed(String rule, Moment trigger, List<TermEvent> events, DayTable table) {
    var term = new Term(Rules.shipped().at(rule, trigger.day()), trigger, table);
    events.forEach(term::replay);
    return term;
  }

  static String basis(DayTable table) {
    return table.version() + Rules.version();
  }

  private static Instant end(Due due) {
    var at = due.at();
    return at == null ? due.day().plusDays(1).atStartOfDay(Clocks.ZONE).toInstant() : at;
  }
}
