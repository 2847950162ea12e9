package firstline.market.casefile;

import firstline.market.money.Fen;
import firstline.market.money.LateFine;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a fine as they are typed, each with what is wrong with it. */
final class Instalments {
  static final int MOST = 24;
  static final int YEARS = 3;

  /**
   * A line.
   *
   * @param place from 1
   * @param part null while something is wrong with it, or nothing typed
   * @param fault what is wrong; null if nothing is
   */
  record Line(
      int place, String due, String amount, LateFine.@Nullable Part part, @Nullable Refusal fault) {
    boolean blank() {
      return (due + amount).isBlank();
    }
  }

  private Instalments() {}

  /**
   * The lines, each looked at by itself and against the one before; blank ones are nothing.
   *
   * <p>Faults: {@code case.date}, {@code case.plan.day} without a day, {@code case.plan.days} out
   * of order, {@code case.plan.amount}, {@code money.…}
   */
  @Requirement("R101.5")
  static List<Line> read(List<String> days, List<String> amounts, LocalDate today) {
    var lines = new ArrayList<Line>();
    var before = today.minusDays(1);
    for (var at = 0; at < Math.max(days.size(), amounts.size()); at++) {
      var line =
          line(
              at + 1,
              at < days.size() ? days.get(at) : "",
              at < amounts.size() ? amounts.get(at) : "",
              before,
              today);
      lines.add(line);
      if (line.part() != null) {
        before = line.part().due();
      }
    }
    return lines;
  }

  private static Line line(
      int place, String due, String amount, LocalDate before, LocalDate today) {
    if ((due + amount).isBlank()) {
      return new Line(place, "", "", null, null);
    }
    try {
      var part = new LateFine.Part(day(due), Fen.read(amount));
      check(part, before, today);
      return new Line(place, due, amount, part, null);
    } catch (Refusal refusal) {
      return new Line(place, due, amount, null, refusal);
    }
  }

  private static LocalDate day(String typed) {
    var day = Typed.day(typed);
    if (day == null) {
      throw new Refusal("case.plan.day");
    }
    return day;
  }

  /** Lets a part pass that comes after the day before it. */
  static void check(LateFine.Part part, LocalDate before, LocalDate today) {
    if (!part.due().isAfter(before) || part.due().isAfter(today.plusYears(YEARS))) {
      throw new Refusal("case.plan.days", part.due().toString());
    }
    if (part.amount() < 1) {
      throw new Refusal("case.plan.amount");
    }
  }
}
