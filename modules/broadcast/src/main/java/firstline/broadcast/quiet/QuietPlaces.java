package firstline.broadcast.quiet;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.chosen.SettingPlaceContribution;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Where quiet windows and noise budgets are kept. */
@ApplicationScoped
public class QuietPlaces implements SettingPlaceContribution {
  @Inject private Sql sql;

  @Override
  @Allows(right = Rights.WITHIN)
  public List<Place> places() {
    var figures =
        sql.one(
            """
            select (select count(*) from quiet_window where ended_at is null),
              (select count(*) from noise_budget where ended_at is null)
            """,
            row ->
                List.of(
                    new Figure("windows", row.number(1)), new Figure("budgets", row.number(2))));
    return List.of(new Place("quiet", "/console/broadcast/quiet", BroadcastRights.READ, figures));
  }
}
