package firstline.market.casefile;

import firstline.market.money.Fen;
import firstline.market.money.LateFine;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form of a plan of payment: as many parts as are asked for, each with what is wrong. */
@Named
@RequestScoped
public class CasePlanPage {
  private static final int USUAL = 3;

  /** A line of the form; {@code fault} is empty if nothing is wrong with it. */
  public record Row(int place, String due, String amount, String fault) {}

  @Inject private CaseQueries queries;
  @Inject private PlanPayment planPayment;
  @Inject private Screen screen;
  @Inject private Words words;
  @Inject private Clock clock;

  private @Nullable List<Instalments.Line> lines;
  private @Nullable Integer count;

  private List<Instalments.Line> lines() {
    if (lines == null) {
      lines =
          Instalments.read(
              screen.parameters("part-due"),
              screen.parameters("part-amount"),
              LocalDate.ofInstant(clock.instant(), Clocks.ZONE));
    }
    return Objects.requireNonNull(lines);
  }

  /** True once the form was asked for. */
  public boolean isOpen() {
    return screen.names("planning") || screen.names("part-count");
  }

  /** How many lines there are: as asked for, but none that is filled in is dropped. */
  public int getCount() {
    if (count == null) {
      var typed = screen.parameter("part-count").strip();
      count = typed.matches("[0-9]{1,2}") ? Integer.parseInt(typed) : USUAL;
    }
    var filled = lines().stream().filter(line -> !line.blank()).mapToInt(Instalments.Line::place);
    return Math.max(filled.max().orElse(0), Math.max(1, Math.min(count, Instalments.MOST)));
  }

  public boolean isRoom() {
    return getCount() < Instalments.MOST;
  }

  public List<Row> getRows() {
    var rows = new ArrayList<Row>();
    for (var place = 1; place <= getCount(); place++) {
      if (place > lines().size()) {
        rows.add(new Row(place, "", "", ""));
        continue;
      }
      var line = lines().get(place - 1);
      var fault = line.fault();
      rows.add(
          new Row(place, line.due(), line.amount(), fault == null ? "" : words.refusal(fault)));
    }
    return rows;
  }

  /** What the parts come to, in yuan. */
  public String getSum() {
    return Fen.write(parts().stream().mapToLong(LateFine.Part::amount).sum());
  }

  /** What they must come to: what is left of the fine. */
  public String getFine() {
    return Fen.write(queries.owed(screen.id()).fine());
  }

  private List<LateFine.Part> parts() {
    return lines().stream().map(Instalments.Line::part).filter(Objects::nonNull).toList();
  }

  /** Shows as many lines as the number says. */
  public void list() {
    getCount();
  }

  public void add() {
    count = getCount() + 1;
  }

  public void plan() {
    screen.run(
        () -> {
          if (lines().stream().anyMatch(line -> line.fault() != null)) {
            throw new Refusal("case.plan.lines");
          }
          planPayment.apply(
              new PlanPayment.Apply(screen.id(), screen.parameter("plan-reason"), parts()));
        },
        "case.plan.applied",
        "/console/market/case?id=" + screen.id());
  }
}
