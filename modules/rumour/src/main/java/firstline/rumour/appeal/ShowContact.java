package firstline.rumour.appeal;

import static firstline.rumour.RumourRights.APPEAL;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Shows how a party is reached. It changes nothing, and yet every look is on the record. */
@ApplicationScoped
public class ShowContact {
  public record Command(@NotNull UUID id) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  /**
   * The contact.
   *
   * @throws Refusal {@code appeal.contact-gone} once it is no longer kept
   */
  @Allows(right = APPEAL)
  @Requirement({"R3.36", "R6.1"})
  public String show(@Valid Command command) {
    var appeal =
        sql.one(
            """
            select p.id from appeal p join area a on a.code = p.area_code
            where p.id = ? and a.path like any (?)
            """,
            row -> row.id(1),
            command.id(),
            desk.scope().patterns());
    return sql.first(
            "select sealed from appeal_contact where appeal_id = ?", row -> row.bytes(1), appeal)
        .map(kept -> new Contact(Settings.current().secret()).opened(kept))
        .orElseThrow(() -> new Refusal("appeal.contact-gone"));
  }
}
