package firstline.rumour.appeal;

import static firstline.rumour.RumourRights.APPEAL;

import firstline.persistence.database.Sql;
import firstline.persistence.masking.Masking;
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
import java.util.function.Supplier;

/** Shows how a party is reached. It changes nothing, and yet every look is on the record. */
@ApplicationScoped
public class ShowContact {
  public record Command(@NotNull UUID id) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Masking masking;

  private Supplier<String> secret = () -> Settings.current().secret();

  @SuppressWarnings("NullAway.Init")
  protected ShowContact() {}

  /** For tests without a server. */
  ShowContact(Sql sql, Desk desk, Masking masking, String secret) {
    this.sql = sql;
    this.desk = desk;
    this.masking = masking;
    this.secret = () -> secret;
  }

  /**
   * The contact.
   *
   * @throws Refusal {@code appeal.contact-gone} once it is no longer kept
   */
  @Allows(right = APPEAL)
  @Requirement({"R3.36", "R6.1"})
  public String show(@Valid Command command) {
    var contact = contact(command);
    masking.note(command.id());
    return contact;
  }

  /** The same on the record's page, where a look of this hour is on record. */
  @Allows(right = APPEAL, reads = true)
  @Requirement("R124.2")
  public String again(@Valid Command command) {
    masking.requireNoted(command.id());
    return contact(command);
  }

  private String contact(Command command) {
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
        .map(kept -> new Contact(secret.get()).opened(kept))
        .orElseThrow(() -> new Refusal("appeal.contact-gone"));
  }
}
