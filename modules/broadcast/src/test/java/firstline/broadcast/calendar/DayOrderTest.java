package firstline.broadcast.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import firstline.broadcast.programme.Rank;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
    return DayOrder.of(airings).stream()
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

  /** A speaker that looks once a second, written from the protocol alone. */
  @Test
  @Requirement("R44.2")
  void secondBySecondItIsTheSame() {
    Seeded.cases(
        3_000,
        draw -> {
          var airings = drawn(draw);
          var soundings = new HashMap<String, List<Integer>>();
          for (var step : DayOrder.of(airings)) {
            var seconds = new ArrayList<Integer>();
            for (var one : step.soundings()) {
              for (var at = one.from(); at.isBefore(one.until()); at = at.plusSeconds(1)) {
                seconds.add((int) Duration.between(MORNING, at).toSeconds());
              }
            }
            soundings.put(step.airing().number(), seconds);
          }
          assertEquals(bySeconds(airings), soundings, airings.toString());
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

  private static Map<String, List<Integer>> bySeconds(List<Airing> airings) {
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
      Airing chosen = null;
      for (var one : right) {
        var begun = !heard.get(one.number()).isEmpty();
        var fits = !now.plusSeconds(left.get(one.number())).isAfter(one.over());
        var shift = one.preemption() == Preemption.SHIFT;
        var again = one.preemption() == Preemption.RESUME || fits;
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
