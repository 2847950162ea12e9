package firstline.market.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.market.money.FineRange.Gravity;
import firstline.market.money.FineRange.Rule;
import firstline.market.money.LateFine.Payment;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Seeded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTest {
  private static final LocalDate DUE = LocalDate.parse("2026-03-02");

  @ThreeLocales
  @Requirement("R85.1")
  void anAmountIsReadExactlyOrRefused() {
    Map.of("3,000", 300_000L, "0.1", 10L, "12.50", 1_250L, "", 0L, "10000000000", Fen.MOST)
        .forEach((typed, fen) -> assertEquals(fen, Fen.read(typed), typed));
    Map.of(
            "-1", "money.form",
            "1e3", "money.form",
            "3,00", "money.form",
            "0.005", "money.fraction",
            "1000000000000000", "money.large",
            "10000000000.01", "money.large")
        .forEach(
            (typed, code) ->
                assertEquals(
                    code, assertThrows(Refusal.class, () -> Fen.read(typed)).code(), typed));
  }

  @Test
  @Requirement("R85.1")
  void whatIsWrittenIsReadAgain() {
    Seeded.cases(
        500,
        draw -> {
          var fen = Math.floorMod(draw.random().nextLong(), Fen.MOST + 1);
          assertEquals(fen, Fen.read(Fen.write(fen)));
          assertEquals(fen, Fen.read(Fen.show(fen)));
        });
  }

  @Test
  @Requirement("R85.2")
  void threePerCentADayAndNeverMoreThanTheFine() {
    assertEquals(0, owed(100_000, List.of(), 0).late());
    assertEquals(3_000, owed(100_000, List.of(), 1).late());
    assertEquals(99_000, owed(100_000, List.of(), 33).late());
    assertEquals(100_000, owed(100_000, List.of(), 34).late());
    assertEquals(100_000, owed(100_000, List.of(), 40_000).late());
    var half = List.of(new Payment(DUE.plusDays(10), 50_000));
    assertEquals(new LateFine.Owed(50_000, 30_000 + 15_000), owed(100_000, half, 20));
    var all = List.of(new Payment(DUE.plusDays(10), 130_000));
    assertEquals(0, owed(100_000, all, 400).all(), "fine and late fine are paid");
    assertEquals(0, owed(100_000, List.of(new Payment(DUE, 100_000)), 9).all(), "in time");
  }

  @Test
  @Requirement("R85.2")
  void daysOfAReconsiderationDoNotCount() {
    var plan = List.of(new LateFine.Part(DUE, 100_000));
    var within = new LateFine.Pause(DUE.plusDays(3), DUE.plusDays(5));
    assertEquals(6_000, late(plan, within, 2));
    assertEquals(6_000, late(plan, within, 5));
    assertEquals(9_000, late(plan, within, 6));
    assertEquals(0, late(plan, new LateFine.Pause(DUE.minusDays(9), LocalDate.MAX), 90));
    assertEquals(
        0, late(List.of(new LateFine.Part(LocalDate.MAX, 100_000)), within, 90), "not due at all");
  }

  private static long late(List<LateFine.Part> plan, LateFine.Pause pause, int days) {
    return LateFine.owed(plan, List.of(), List.of(pause), DUE.plusDays(days)).late();
  }

  @Test
  @Requirement("R85.2")
  void theLateFineNeverPassesTheFineAndNeverFallsWhileNothingIsPaid() {
    Seeded.cases(
        500,
        draw -> {
          var fine = draw.between(1, 100_000_000);
          var payments = new ArrayList<Payment>();
          for (var i = draw.between(0, 5); i > 0; i--) {
            payments.add(new Payment(DUE.plusDays(draw.between(-10, 60)), draw.between(1, fine)));
          }
          var before = 0L;
          for (var day = 61; day < 120; day++) {
            var owed = owed(fine, payments, day);
            assertTrue(owed.late() <= fine && owed.late() >= 0 && owed.fine() >= 0);
            assertTrue(owed.all() >= before, "nothing was paid since");
            before = owed.all();
          }
          // Counted again day by day, in the simplest way there is.
          var unpaid = BigDecimal.valueOf(fine);
          var late = BigDecimal.ZERO;
          var toLate = BigDecimal.ZERO;
          for (var day = -10; day <= 60; day++) {
            if (day > 0) {
              late = late.add(unpaid.multiply(new BigDecimal("0.03")));
            }
            for (var payment : payments) {
              if (payment.day().equals(DUE.plusDays(day))) {
                var amount = BigDecimal.valueOf(payment.amount());
                var toFine = amount.min(unpaid);
                unpaid = unpaid.subtract(toFine);
                toLate = toLate.add(amount.subtract(toFine));
              }
            }
          }
          var expected = late.min(BigDecimal.valueOf(fine)).subtract(toLate).max(BigDecimal.ZERO);
          var found = BigDecimal.valueOf(owed(fine, payments, 60).late());
          assertTrue(
              expected.subtract(found).abs().compareTo(BigDecimal.valueOf(6)) < 0,
              expected + " is not " + found);
        });
  }

  private static LateFine.Owed owed(long fine, List<Payment> payments, int days) {
    return LateFine.owed(fine, DUE, payments, DUE.plusDays(days));
  }

  @Test
  @Requirement("R85.5")
  void theRangeOfAFineFollowsFromTheTable() {
    assertEquals(yuan(50_000), of(Rule.DRIVING_UP, false, null, Gravity.COMMON).least());
    assertEquals(yuan(3_000_000), of(Rule.DRIVING_UP, false, 0L, Gravity.HEAVIER).most());
    assertEquals(yuan(500_000), of(Rule.DRIVING_UP, false, 0L, Gravity.HEAVIER).least());
    assertEquals(yuan(100_000), of(Rule.DRIVING_UP, true, null, Gravity.COMMON).most());
    assertEquals(yuan(500_000), of(Rule.COLLUSION, true, null, Gravity.HEAVIER).most());
    assertEquals(yuan(100_000), of(Rule.SET_PRICES, true, null, Gravity.HEAVIER).most());
    assertEquals(yuan(5_000), of(Rule.MARKING, true, yuan(90_000), Gravity.HEAVIER).most());
    var gains = of(Rule.DRIVING_UP, true, yuan(8_000), Gravity.COMMON);
    assertTrue(gains.holds(yuan(40_000)) && !gains.holds(yuan(40_000) + 1));
    assertFalse(of(Rule.PROFITEERING, false, null, Gravity.COMMON).holds(1));
    assertEquals(
        "《价格违法行为行政处罚规定》第六条、第十一条", of(Rule.DRIVING_UP, true, null, Gravity.COMMON).sourceZh());
  }

  private static FineRange.Range of(Rule rule, boolean person, Long gains, Gravity gravity) {
    return FineRange.of(rule, person, gains, gravity);
  }

  private static long yuan(long yuan) {
    return yuan * 100;
  }

  @Test
  @Requirement("R92.15")
  void anyPlanOwesNoMoreThanTheWholeAtOnceAndOnePartIsTheWhole() {
    var draw = new Random(92);
    for (var round = 0; round < 2_000; round++) {
      var start = LocalDate.parse("2026-03-01");
      var plan = new ArrayList<LateFine.Part>();
      var fine = 0L;
      for (var i = 0; i <= draw.nextInt(5); i++) {
        var amount = 1 + draw.nextInt(100_000);
        fine += amount;
        plan.add(new LateFine.Part(start.plusDays(20L * i + draw.nextInt(20)), amount));
      }
      var payments = new ArrayList<LateFine.Payment>();
      for (var i = 0; i < draw.nextInt(5); i++) {
        payments.add(
            new LateFine.Payment(start.plusDays(draw.nextInt(150)), 1 + draw.nextInt(60_000)));
      }
      var day = start.plusDays(draw.nextInt(200));
      var planned = LateFine.owed(plan, payments, List.of(), day);
      var whole = LateFine.owed(fine, plan.get(0).due(), payments, day);
      assertEquals(whole.fine(), planned.fine());
      assertTrue(planned.late() <= whole.late() + 1, plan + " " + payments + " " + day);
      assertTrue(planned.late() >= 0 && planned.late() <= fine);
      assertEquals(
          whole,
          LateFine.owed(
              List.of(new LateFine.Part(plan.get(0).due(), fine)), payments, List.of(), day));
      assertEquals(late(plan, payments, day, fine), planned.late(), plan + " " + payments);
    }
  }

  /** The same day by day: each fen is late from the day of the part that it belongs to. */
  private static long late(
      List<LateFine.Part> plan, List<LateFine.Payment> payments, LocalDate day, long fine) {
    var late = 0L;
    var paidAll = payments.stream().filter(one -> !one.day().isAfter(day)).toList();
    var before = 0L;
    for (var part : plan) {
      // Rounded down where the unpaid sum changes, as the law's days are counted to each payment.
      var segment = 0L;
      var unpaidThen = -1L;
      for (var at = part.due().plusDays(1); !at.isAfter(day); at = at.plusDays(1)) {
        var until = at;
        var paid =
            paidAll.stream()
                .filter(one -> one.day().isBefore(until))
                .mapToLong(LateFine.Payment::amount)
                .sum();
        var unpaid = part.amount() - Math.max(0, Math.min(part.amount(), paid - before));
        if (paidAll.stream().anyMatch(one -> one.day().equals(until.minusDays(1)))
            || unpaid != unpaidThen) {
          late += segment / 100;
          segment = 0;
        }
        unpaidThen = unpaid;
        segment += unpaid * 3;
      }
      late += segment / 100;
      before += part.amount();
    }
    var paid = paidAll.stream().mapToLong(LateFine.Payment::amount).sum();
    return Math.max(0, Math.min(late, fine) - Math.max(0, paid - fine));
  }
}
