package firstline.rumour.desk;

import firstline.persistence.chosen.SettingPlaceContribution;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The channels on which answers stand. */
@ApplicationScoped
public class ChannelPlaces implements SettingPlaceContribution {
  @Inject private Sql sql;

  @Override
  @Allows(right = Rights.WITHIN)
  public List<Place> places() {
    var figures =
        sql.one(
            """
            select count(distinct channel), count(*) from release
            where state not in ('CANCELLED', 'TAKEN_DOWN', 'CORRECTED')
            """,
            row ->
                List.of(
                    new Figure("channels", row.number(1)), new Figure("releases", row.number(2))));
    return List.of(
        new Place("channels", "/console/rumour/corrections", RumourRights.READ, figures));
  }
}
