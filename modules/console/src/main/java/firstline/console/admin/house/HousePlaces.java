package firstline.console.admin.house;

import firstline.persistence.chosen.SettingPlaceContribution;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Names of departments, words and days: kept on pages of their own. */
@ApplicationScoped
public class HousePlaces implements SettingPlaceContribution {
  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected HousePlaces() {}

  HousePlaces(Sql sql) {
    this.sql = sql;
  }

  @Override
  @Allows(right = Rights.WITHIN)
  public List<Place> places() {
    return sql.list(
            """
            select count(*) filter (where active), count(*) filter (where active and name_en = ''),
              (select count(*) from dictionary where active),
              (select count(*) from calendar_overlay)
            from department
            """,
            row ->
                List.of(
                    new Place(
                        "departments",
                        "/console/admin/departments",
                        Rights.ADMIN_SYSTEM,
                        List.of(
                            new Figure("departments", row.number(1)),
                            new Figure("without-english", row.number(2)))),
                    new Place(
                        "dictionary",
                        "/console/admin/dictionary",
                        Rights.ADMIN_SYSTEM,
                        List.of(new Figure("words", row.number(3)))),
                    new Place(
                        "calendar",
                        "/console/admin/calendar",
                        Rights.ADMIN_SYSTEM,
                        List.of(new Figure("own-days", row.number(4))))))
        .get(0);
  }
}
