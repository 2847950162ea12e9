package firstline.broadcast.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import firstline.broadcast.programme.Rank;
import firstline.broadcast.quiet.Span;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who yields to whom, as PROTOCOL.md says it; and second by second, by another way of counting. */
class DayOrderTest {
  private static final Instant MORNING = Instant.parse("2026-11-26T22:30:00Z");

  private static Airing play(
      String number, Kind kind, int at, int whole, int slot, int tolerance, Preemption preemption) {
    var start = MORNING.plusSeconds(at);
    return new Airing(
        new UUID(0, number.hashCode()),
        number,
        number,
        kind,
        kind == Kind.EMERGENCY ? 1 : 0,
        "APPROVED",
        "",
        start,
        Duration.ofSeconds(whole),
        start.plusSeconds(slot),
        start.plusSeconds(tolerance),
        preemption,
        Rank.of(kind, kind == Kind.EMERGENCY ? 1 : 0, 1, number.hashCode() & 0xffff),
        true);
  }

  private static Airing routine(String number, int at, Preemption preemption) {
    return play(number, Kind.ROUTINE, at, 60, 300, 120, preemption);
  }

  private static List<String> said(List<Airing> airings) {
    return said(DayOrder.of(airings, List.of()));
  }

  private static List<String> said(Collection<DayOrder.Step> steps) {
    return steps.stream()
        .map(
            step ->
                step.airing().number()
                    + " "
                    + step.end()
                    + step.soundings().stream()
                        .map(
                            one ->
                                " "
                                    + Duration.between(MORNING, one.from()).toSeconds()
                                    + "-"
                                    + Duration.between(MORNING, one.until()).toSeconds())
                        .collect(Collectors.joining())
                    + (step.by().isEmpty() ? "" : " by " + step.by()))
        .toList();
  }

  @Test
  @Requirement("R44.2")
  void whatDoesNotMeetIsHeardInWhole() {
    assertEquals(
        List.of("A WHOLE 0-60", "B WHOLE 60-120"),
        said(List.of(routine("B", 60, Preemption.DROP), routine("A", 0, Preemption.DROP))));
  }

  @Test
  @Requirement("R44.2")
  void theEarlierApprovalGoesFirstAndTheOtherWaitsOrIsGone() {
    assertEquals(
        List.of("A WHOLE 0-60", "B LATER 60-120 by A"),
        said(List.of(routine("A", 0, Preemption.RESUME), routine("B", 0, Preemption.SHIFT))));
    assertEquals(
        List.of("A WHOLE 0-60", "B SKIPPED by A"),
        said(List.of(routine("A", 0, Preemption.RESUME), routine("B", 30, Preemption.DROP))));
  }

  @Test
  @Requirement("R44.2")
  void anEmergencyInterruptsAndThePlayGoesOnAsItsPolicySays() {
    var emergency = play("E", Kind.EMERGENCY, 20, 100, 100, 100, Preemption.RESUME);
    assertEquals(
        List.of("A PAUSED 0-20 120-160 by E", "E WHOLE 20-120"),
        said(List.of(routine("A", 0, Preemption.RESUME), emergency)));
    assertEquals(
        List.of("A PAUSED 0-20 120-180 by E", "E WHOLE 20-120"),
        said(List.of(routine("A", 0, Preemption.RESTART), emergency)));
    assertEquals(
        List.of("A CUT 0-20 by E", "E WHOLE 20-120"),
        said(List.of(routine("A", 0, Preemption.DROP), emergency)));
  }

  @Test
  @Requirement("R44.2")
  void whatCannotBeHeardInItsTimeIsNot() {
    var emergency = play("E", Kind.EMERGENCY, 20, 250, 250, 250, Preemption.RESUME);
    assertEquals(
        List.of("A CUT 0-20 270-300 by E", "E WHOLE 20-270", "B SKIPPED by E"),
        said(
            List.of(
                routine("A", 0, Preemption.RESUME),
                emergency,
                play("B", Kind.ROUTINE, 30, 60, 300, 120, Preemption.RESUME))));
  }

  private static Span window(int from, int until) {
    return new Span(
        MORNING.plusSeconds(from).toEpochMilli(), MORNING.plusSeconds(until).toEpochMilli());
  }

  @Test
  @Requirement("R44.10")
  void whatWouldSoundInAWindowIsNotBegun() {
    var night = List.of(window(90, 200));
    assertEquals(
        List.of("A WHOLE 0-60", "B QUIET", "E WHOLE 120-140", "C WHOLE 200-260"),
        said(
            DayOrder.of(
                List.of(
                    routine("A", 0, Preemption.RESUME),
                    routine("B", 31, Preemption.DROP),
                    play("E", Kind.EMERGENCY, 120, 20, 20, 20, Preemption.RESUME),
                    routine("C", 200, Preemption.RESUME)),
                night)));
    assertEquals(
        List.of("A WHOLE 0-60", "B QUIET"),
        said(
            DayOrder.of(
                List.of(routine("A", 0, Preemption.RESUME), routine("B", 30, Preemption.RESUME)),
                night)),
        "it waits for A and would then still sound in the window");
    assertEquals(
        List.of("A CUT 0-20 by E", "E WHOLE 20-60"),
        said(
            DayOrder.of(
                List.of(
                    routine("A", 0, Preemption.RESUME),
                    play("E", Kind.EMERGENCY, 20, 40, 40, 40, Preemption.RESUME)),
                night)),
        "nor does it go on into it");
  }

  @Test
  @Requirement("R44.10")
  void whatTheMinutesDoNotSufficeForIsLeftOutByTheOrderOfRight() {
    var drill = play("D", Kind.DRILL, 0, 60, 300, 120, Preemption.RESUME);
    var airings =
        List.of(
            drill,
            routine("A", 100, Preemption.RESUME),
            routine("B", 200, Preemption.RESUME),
            routine("C", 300, Preemption.RESUME),
            play("E", Kind.EMERGENCY, 400, 60, 60, 60, Preemption.RESUME));
    var before = MORNING.minusSeconds(1);
    var rest = List.of("A WHOLE 100-160", "B WHOLE 200-260", "C WHOLE 300-360", "E WHOLE 400-460");
    assertEquals(
        Stream.concat(Stream.of("D OVER_BUDGET"), rest.stream()).toList(),
        said(DryRun.of(airings, List.of(), OptionalInt.of(3), Set.of(), before)),
        "the drill is the weakest, and an emergency needs no minutes");
    assertEquals(
        List.of("D WHOLE 0-60", "A WHOLE 100-160", "B WHOLE 200-260", "C OVER_BUDGET"),
        said(DryRun.of(airings, List.of(), OptionalInt.of(3), Set.of(), MORNING.plusSeconds(5)))
            .subList(0, 4),
        "what has begun is not decided again");
    assertEquals(
        "D OVER_BUDGET",
        said(DryRun.of(
                airings, List.of(), OptionalInt.of(3), Set.of(drill), MORNING.plusSeconds(5)))
            .get(0),
        "nor is what was left out");
    assertEquals(
        List.of("D WHOLE 0-60", "A QUIET", "B WHOLE 200-260", "C WHOLE 300-360"),
        said(DryRun.of(airings, List.of(window(100, 110)), OptionalInt.of(3), Set.of(), before))
            .subList(0, 4),
        "what a window silences uses up nothing");
  }

  /** A speaker that looks once a second, written from the protocol alone. */
  @Test
  @Requirement({"R44.2", "R44.10"})
  void secondBySecondItIsTheSame() {
    Seeded.cases(
        3_000,
        draw -> {
          var airings = drawn(draw);
          var soundings = new HashMap<String, List<Integer>>();
          var quiet =
              Span.merged(
                  draw.list(
                      0,
                      2,
                      one -> {
                        var from = one.between(0, 60);
                        return window(from, from + one.between(1, 15));
                      }));
          for (var step : DayOrder.of(airings, quiet)) {
            var seconds = new ArrayList<Integer>();
            for (var one : step.soundings()) {
              for (var at = one.from(); at.isBefore(one.until()); at = at.plusSeconds(1)) {
                seconds.add((int) Duration.between(MORNING, at).toSeconds());
              }
            }
            soundings.put(step.airing().number(), seconds);
          }
          assertEquals(bySeconds(airings, quiet), soundings, airings + " " + quiet);
        });
  }

  private static List<Airing> drawn(Draw draw) {
    var airings = new ArrayList<Airing>();
    for (var i = draw.between(1, 6); i > 0; i--) {
      var whole = draw.between(1, 20);
      var slot = whole + draw.between(0, 25);
      airings.add(
          play(
              "P" + i,
              draw.of(Kind.ROUTINE, Kind.ROUTINE, Kind.DRILL, Kind.EMERGENCY),
              draw.between(0, 40),
              whole,
              slot,
              draw.between(0, 15),
              draw.of(Preemption.values())));
    }
    return airings;
  }

  private static boolean hits(Airing one, Instant now, int lasting, List<Span> quiet) {
    var until = Math.min(now.plusSeconds(lasting).toEpochMilli(), one.over().toEpochMilli());
    return one.kind() != Kind.EMERGENCY
        && quiet.stream()
            .anyMatch(span -> span.from() < until && now.toEpochMilli() < span.until());
  }

  private static Map<String, List<Integer>> bySeconds(List<Airing> airings, List<Span> quiet) {
    var heard = new HashMap<String, List<Integer>>();
    var left = new HashMap<String, Integer>();
    var over = new ArrayList<String>();
    var right =
        airings.stream()
            .sorted(Comparator.comparingLong(one -> Rank.at(one.rank(), one.start())))
            .toList();
    airings.forEach(one -> heard.put(one.number(), new ArrayList<>()));
    airings.forEach(one -> left.put(one.number(), (int) one.whole().toSeconds()));
    Airing before = null;
    for (var second = 0; second < 200; second++) {
      var now = MORNING.plusSeconds(second);
      if (before != null && (left.get(before.number()) == 0 || !now.isBefore(before.over()))) {
        over.add(before.number());
        before = null;
      }
      for (var one : right) {
        var due = !one.start().isAfter(now) && !now.isAfter(one.latest());
        if (heard.get(one.number()).isEmpty()
            && !over.contains(one.number())
            && due
            && hits(one, now, (int) one.whole().toSeconds(), quiet)) {
          over.add(one.number());
        }
      }
      Airing chosen = null;
      for (var one : right) {
        var begun = !heard.get(one.number()).isEmpty();
        var fits = !now.plusSeconds(left.get(one.number())).isAfter(one.over());
        var shift = one.preemption() == Preemption.SHIFT;
        var again =
            (one.preemption() == Preemption.RESUME || fits)
                && !hits(one, now, left.get(one.number()), quiet);
        if (over.contains(one.number()) || one.start().isAfter(now) || !now.isBefore(one.over())) {
          continue;
        }
        if (one == before) {
          chosen = one;
        } else if (begun ? again : !now.isAfter(one.latest()) && (!shift || fits)) {
          chosen = one;
        } else if (before == null) {
          // Nothing sounds, and its turn is past.
          over.add(one.number());
        }
        if (chosen != null) {
          break;
        }
      }
      if (before != null && chosen != before) {
        switch (before.preemption()) {
          case DROP -> over.add(before.number());
          case RESTART, SHIFT -> left.put(before.number(), (int) before.whole().toSeconds());
          case RESUME -> {}
        }
      }
      if (chosen != null) {
        for (var one : right) {
          var held =
              one != chosen
                  && !one.start().isAfter(now)
                  && heard.get(one.number()).isEmpty()
                  && one.preemption() == Preemption.DROP;
          if (held && !over.contains(one.number())) {
            over.add(one.number());
          }
        }
        heard.get(chosen.number()).add(second);
        left.merge(chosen.number(), -1, Integer::sum);
      }
      before = chosen;
    }
    return heard;
  }
}
