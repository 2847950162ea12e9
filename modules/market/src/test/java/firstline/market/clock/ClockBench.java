package firstline.market.clock;

import firstline.market.clock.TermEvent.Kind;
import firstline.persistence.calendar.WorkingDays;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** How long statutory terms take: a million of all rules, a third of them stopped and resumed. */
public final class ClockBench {
  private static final int TERMS = 1_000_000;
  private static final double NANOS = 1e9;

  private record Asked(Rule rule, Moment trigger, List<TermEvent> events) {}

  private ClockBench() {}

  /** Prints a line for each figure. */
  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var began = System.nanoTime();
    var table = new DayTable(WorkingDays.nation());
    out.println(line("the tables of a calendar", began));
    var asked = drawn(new SplittableRandom(20_200_121));
    run(asked, table);
    began = System.nanoTime();
    var provisional = run(asked, table);
    out.println(
        line("1,000,000 terms on one thread (aim 1 s)", began)
            + String.format(Locale.ROOT, ", %,d of them provisional", provisional));
  }

  private static long run(List<Asked> asked, DayTable table) {
    return asked.stream()
        .filter(one -> Term.due(one.rule(), one.trigger(), one.events(), table).provisional())
        .count();
  }

  private static List<Asked> drawn(SplittableRandom draw) {
    var ids = Rules.shipped().all().stream().map(Rule::id).distinct().toList();
    var asked = new ArrayList<Asked>(TERMS);
    for (var i = 0; i < TERMS; i++) {
      var trigger = LocalDate.of(2020, 1, 1).plusDays(draw.nextInt(2_900));
      var rule = Rules.shipped().at(ids.get(draw.nextInt(ids.size())), trigger);
      var stops = !rule.stops().isEmpty() && draw.nextInt(3) == 0;
      asked.add(
          new Asked(
              rule,
              Moment.of(trigger),
              stops
                  ? List.of(
                      new TermEvent(Kind.SUSPENDED, Moment.of(trigger.plusDays(2)), 0),
                      new TermEvent(Kind.RESUMED, Moment.of(trigger.plusDays(12)), 0))
                  : List.of()));
    }
    return asked;
  }

  private static String line(String what, long began) {
    return String.format(Locale.ROOT, "%-42s %6.3f s", what, (System.nanoTime() - began) / NANOS);
  }
}
