package firstline.market.clock;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One term on its way: begun by an event, then extended, stopped, resumed, in the order of time.
 *
 * <p>The day of an event does not count, be it the trigger, the stop or the resumption: a term that
 * stops on the 3rd and goes on on the 8th loses the 4th to the 8th. One that stops on its last day
 * keeps that day: it ends when it goes on. The end is that of the whole term counted at once, moved
 * on from a day off only at the end.
 */
public final class Term {
  /** Places after {@code from} up to and with {@code to} did not count. */
  private record Span(int from, int to) {
    boolean covers(int place) {
      return place > from && place <= to;
    }
  }

  private static final int HOURS_OF_DAY = 24;

  private final Rule rule;
  private final Moment trigger;
  private final DayTable table;
  private int amount;
  private int extensions;

  /** Units of the rule that did not count, or days for months and years. */
  private int stopped;

  /** The place of the last resumption; before it no term ends. */
  private int resumed;

  private Duration stoppedTime = Duration.ZERO;
  private final List<Span> spans = new ArrayList<>();
  private @Nullable Moment standing;
  private Moment last;

  /**
   * A term that has just begun.
   *
   * @param rule that governs the day of the trigger
   */
  public Term(Rule rule, Moment trigger, DayTable table) {
    this.rule = rule;
    this.trigger = trigger;
    this.table = table;
    amount = rule.amount();
    last = trigger;
  }

  /**
   * The end of a term to which all this has happened.
   *
   * @param events in any order
   * @throws Refusal as {@link #take}
   */
  @Requirement({"R80.2", "R80.3", "R80.4"})
  public static Due due(Rule rule, Moment trigger, List<TermEvent> events, DayTable table) {
    return taken(rule, trigger, events, table).due();
  }

  /** The term to which all this has happened. */
  static Term taken(Rule rule, Moment trigger, List<TermEvent> events, DayTable table) {
    var term = new Term(rule, trigger, table);
    if (events.size() < 2) {
      events.forEach(term::take);
    } else {
      events.stream()
          .sorted((a, b) -> a.at().isBefore(b.at()) ? -1 : b.at().isBefore(a.at()) ? 1 : 0)
          .forEach(term::take);
    }
    return term;
  }

  /**
   * What happens next.
   *
   * @throws Refusal {@code clock.…}: before what happened last, after the end, more extensions than
   *     the rule has, a stop that it does not know, a resumption of what runs
   */
  public void take(TermEvent event) {
    var at = event.at();
    if (at.isBefore(last)) {
      throw new Refusal("clock.before", at.day().toString(), last.day().toString());
    }
    if (standing == null && isOver(at)) {
      throw new Refusal("clock.over", at.day().toString(), due().day().toString());
    }
    replay(event);
  }

  /**
   * What happened and was in time by the calendar of its day, and stays so whatever a later
   * calendar says.
   *
   * @throws Refusal as {@link #take}, but for the end
   */
  public void replay(TermEvent event) {
    var at = event.at();
    switch (event.kind()) {
      case EXTENDED -> extend(event);
      case SUSPENDED -> {
        if (rule.stops().isEmpty()) {
          throw new Refusal("clock.no-stop", rule.id());
        }
        if (standing != null) {
          throw new Refusal("clock.stands", at.day().toString());
        }
        standing = at;
      }
      case RESUMED -> {
        if (standing == null) {
          throw new Refusal("clock.runs", at.day().toString());
        }
        resume(standing, at);
        standing = null;
      }
    }
    last = at;
  }

  private boolean isOver(Moment at) {
    var due = due();
    return due.at() != null && at.at() != null
        ? at.at().isAfter(due.at())
        : at.day().isAfter(due.day());
  }

  private void extend(TermEvent event) {
    if (extensions == rule.extensions().size()) {
      throw new Refusal("clock.no-extension", rule.id(), extensions);
    }
    var extension = rule.extensions().get(extensions++);
    var more = extension.amount() == 0 ? event.amount() : extension.amount();
    if (more < 1) {
      throw new Refusal("clock.extension-amount", rule.id());
    }
    amount += more;
  }

  private void resume(Moment from, Moment to) {
    if (from.at() != null && to.at() != null) {
      stoppedTime = stoppedTime.plus(Duration.between(from.at(), to.at()));
    }
    var a = DayTable.place(from.day());
    var b = DayTable.place(to.day());
    spans.add(new Span(a, b));
    resumed = b;
    stopped += rule.unit() == Unit.WORKING_DAY ? table.workingBetween(a, b) : b - a;
  }

  /** Where it ends as things are. */
  public Due due() {
    var from = DayTable.place(trigger.day());
    if (rule.unit() == Unit.HOUR) {
      return ofHours();
    }
    var counted =
        switch (rule.unit()) {
          case WORKING_DAY -> table.plus(from, amount + stopped);
          case CALENDAR_DAY -> from + amount + stopped;
          case MONTH -> DayTable.place(trigger.day().plusMonths(amount)) + stopped;
          case YEAR -> DayTable.place(trigger.day().plusYears(amount)) + stopped;
          case HOUR -> throw new IllegalStateException(rule.toString());
        };
    var end = Math.max(counted, resumed);
    var rolls = rule.roll() || rule.unit() == Unit.WORKING_DAY;
    var rolled = rolls ? table.rolled(end) : end;
    var provisional =
        rule.unit() == Unit.WORKING_DAY
            ? table.openBetween(Math.min(from, rolled), Math.max(from, rolled))
            : rule.roll() && table.openBetween(end - 1, rolled);
    return new Due(DayTable.day(rolled), null, provisional, standing != null);
  }

  private Due ofHours() {
    if (trigger.at() == null) {
      var days = (amount + HOURS_OF_DAY - 1) / HOURS_OF_DAY + stopped;
      return new Due(trigger.day().plusDays(days), null, false, standing != null);
    }
    Instant at = trigger.at().plus(Duration.ofHours(amount)).plus(stoppedTime);
    return new Due(Moment.of(at).day(), at, false, standing != null);
  }

  /**
   * The days that were counted, ascending: so many as the term has. None for hours, months and
   * years, whose days nobody counts.
   */
  public List<LocalDate> counted() {
    var counted = new ArrayList<LocalDate>();
    if (rule.unit() != Unit.WORKING_DAY && rule.unit() != Unit.CALENDAR_DAY) {
      return counted;
    }
    var step = amount < 0 ? -1 : 1;
    var place = DayTable.place(trigger.day());
    while (counted.size() < Math.abs(amount)) {
      place += step;
      var at = place;
      var counts = rule.unit() == Unit.CALENDAR_DAY || table.isWorking(at);
      if (counts && spans.stream().noneMatch(span -> span.covers(at))) {
        counted.add(DayTable.day(at));
      }
    }
    if (step < 0) {
      Collections.reverse(counted);
    }
    return counted;
  }
}
