package firstline.market.campaign;

import firstline.persistence.database.Sql;
import firstline.persistence.indicator.IndicatorContribution;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Counts for the bulletin what campaigns count, of every day and area, whatever the campaign. */
@ApplicationScoped
public class CountForBulletin {
  private static final String SOURCE = "market.figures";

  private record Counted(Figure figure, Indicators.Figure told) {}

  @Inject private Sql sql;
  @Inject private Indicators indicators;

  @SuppressWarnings("NullAway.Init")
  protected CountForBulletin() {}

  /** For tests without a server. */
  CountForBulletin(Sql sql, Indicators indicators) {
    this.sql = sql;
    this.indicators = indicators;
  }

  /** Key of the figure in the bulletin: amounts in whole yuan. */
  static String key(Figure figure) {
    return "market." + figure.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the bulletin may name. */
  public static List<IndicatorContribution.Indicator> indicators() {
    return Arrays.stream(Figure.values())
        .map(figure -> new IndicatorContribution.Indicator(key(figure), rows(figure)))
        .toList();
  }

  private static String rows(Figure figure) {
    return switch (figure) {
      case LETTERS, COMPLAINTS_SETTLED, LEADS_HANDLED -> "/console/market/complaints";
      case INSPECTIONS -> "/console/market/inspections";
      case MEASURES -> "/console/market/measures";
      case CASES_FILED, CASES_CLOSED, FINES, FINES_PAID -> "/console/market/cases";
      case POINTS -> "/console/market/prices";
      case ALERTS_JUDGED, ADMONITIONS -> "/console/market/price-alerts";
    };
  }

  /** Counts all that there is anew; how many figures there are. */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R93.7")
  public int count() {
    var counted =
        sql.list(
            "select figure, area_code, day, sum(amount)::bigint from ("
                + "select distinct on (figure, key) figure, area_code, day, amount from ("
                + CountedRecords.ALL
                + ") f order by figure, key, day) once group by figure, area_code, day",
            row -> {
              var figure = Figure.of(row.text(1));
              var value = figure.isMoney() ? row.number(4) / 100 : row.number(4);
              return new Counted(figure, new Indicators.Figure(row.text(2), row.date(3), value));
            });
    for (var figure : Figure.values()) {
      indicators.set(
          key(figure),
          SOURCE,
          counted.stream().filter(one -> one.figure() == figure).map(Counted::told).toList());
    }
    return counted.size();
  }
}
