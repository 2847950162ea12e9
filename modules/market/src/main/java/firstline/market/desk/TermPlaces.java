package firstline.market.desk;

import firstline.market.MarketRights;
import firstline.persistence.chosen.SettingPlaceContribution;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The statutory terms that run. */
@ApplicationScoped
public class TermPlaces implements SettingPlaceContribution {
  @Inject private Sql sql;

  @Override
  @Allows(right = Rights.WITHIN)
  public List<Place> places() {
    var figures =
        sql.one(
            "select count(distinct rule), count(*) from term where state = 'OPEN'",
            row -> List.of(new Figure("rules", row.number(1)), new Figure("terms", row.number(2))));
    return List.of(new Place("terms", "/console/market/terms", MarketRights.READ, figures));
  }
}
