package firstline.market.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import firstline.market.money.Fen;
import firstline.market.money.LateFine;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Parts of a fine as they are typed. */
class InstalmentsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

  private static List<String> codes(List<String> days, List<String> amounts) {
    return Instalments.read(days, amounts, TODAY).stream()
        .map(Instalments.Line::fault)
        .map(fault -> fault == null ? "" : fault.code())
        .toList();
  }

  @Test
  @Requirement("R101.5")
  void whatIsWrongStandsAtItsLineAndNothingTypedIsLost() {
    var days =
        List.of(
            "2026-03-02",
            "",
            "2026-03-02",
            "2026-02-30",
            "",
            "2029-03-03",
            "2026-04-01",
            "2026-05-01");
    var amounts = List.of("1,000", "", "5", "5", "5", "5", "zehn", "0");
    assertEquals(
        List.of(
            "",
            "",
            "case.plan.days",
            "case.date",
            "case.plan.day",
            "case.plan.days",
            "money.form",
            "case.plan.amount"),
        codes(days, amounts));
    var lines = Instalments.read(days, amounts, TODAY);
    assertEquals(days, lines.stream().map(Instalments.Line::due).toList());
    assertEquals(amounts, lines.stream().map(Instalments.Line::amount).toList());
    assertEquals(new LateFine.Part(TODAY, 100_000), lines.get(0).part());
    assertNull(lines.get(1).part(), "a blank line is none");
  }

  @Test
  @Requirement("R101.5")
  void anyNumberOfPartsInOrderIsReadAsItWasTyped() {
    var random = new Random(20_261_126);
    for (var count = 1; count <= Instalments.MOST; count++) {
      var days = new ArrayList<String>();
      var amounts = new ArrayList<String>();
      var parts = new ArrayList<LateFine.Part>();
      var day = TODAY.minusDays(1);
      for (var at = 0; at < count; at++) {
        day = day.plusDays(1 + random.nextInt(40));
        var fen = 1 + random.nextInt(1_000_000);
        parts.add(new LateFine.Part(day, fen));
        days.add(day.toString());
        amounts.add(Fen.write(fen));
        if (random.nextInt(4) == 0) {
          days.add("");
          amounts.add("");
        }
      }
      var lines = Instalments.read(days, amounts, TODAY);
      assertEquals(
          parts, lines.stream().map(Instalments.Line::part).filter(Objects::nonNull).toList());
      assertEquals(
          0, lines.stream().map(Instalments.Line::fault).filter(Refusal.class::isInstance).count());
    }
  }
}
