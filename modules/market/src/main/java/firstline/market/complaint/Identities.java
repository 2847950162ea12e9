package firstline.market.complaint;

import static firstline.market.MarketRights.HANDLE;
import static firstline.market.MarketRights.IDENTITY;

import firstline.persistence.chosen.ChosenSettings;
import firstline.persistence.database.Sql;
import firstline.persistence.masking.Masking;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.setting.Sealing;
import firstline.persistence.setting.Settings;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Opens who sent a letter. It changes nothing, and yet every look is on the record. */
@ApplicationScoped
public class Identities {
  private static final int REASON = 200;

  /** A tip-off and why its seal must be opened. */
  public record Open(@NotNull UUID id, @NotNull String reason) {}

  /** A complaint whose two parties are to be brought together. */
  public record Show(@NotNull UUID id) {}

  private Supplier<String> secret = () -> Settings.current().secret();

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private Masking masking;

  @SuppressWarnings("NullAway.Init")
  protected Identities() {}

  /** For tests without a server. */
  Identities(Sql sql, Desk desk, Clock clock, String secret) {
    this.secret = () -> secret;
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
    this.masking = new Masking(new ChosenSettings(sql), sql, desk, clock);
  }

  static byte[] sealed(Sealing sealing, String contact) {
    return sealing.sealed(contact.getBytes(StandardCharsets.UTF_8));
  }

  static Sealing sealing(String secret) {
    return new Sealing(secret, "market identity");
  }

  /**
   * Who sent the tip-off.
   *
   * @throws Refusal {@code complaint.reason} without a reason, {@code complaint.nobody} if it was
   *     sent without a name
   */
  @Allows(right = IDENTITY)
  @Requirement("R82.3")
  public String open(@Valid Open command) {
    var reason = PlainText.line(command.reason());
    if (reason.isEmpty() || reason.length() > REASON) {
      throw new Refusal("complaint.reason", REASON);
    }
    var contact = contact(command.id(), "TIPOFF");
    Steps.write(sql, command.id(), "OPEN_IDENTITY", reason, desk, clock.instant());
    // The other half of the letter names the same person: only whoever opened the seal sees it.
    return sql.first(
            """
            select c.number from complaint_letter l join complaint c on c.id = l.complaint_id
            where l.tipoff_id = ?
            """,
            row -> row.text(1),
            command.id())
        .map(number -> contact + " · " + number)
        .orElse(contact);
  }

  /** Who complains, for whoever mediates; refused as {@link #open} is. */
  @Allows(right = HANDLE)
  @Requirement("R82.3")
  public String show(@Valid Show command) {
    var contact = contact(command.id(), "COMPLAINT");
    masking.note(command.id());
    return contact;
  }

  /** The same on the record's page, where a look of this hour is on record. */
  @Allows(right = HANDLE, reads = true)
  @Requirement("R124.2")
  public String again(@Valid Show command) {
    masking.requireNoted(command.id());
    return contact(command.id(), "COMPLAINT");
  }

  /** True if the page of the complaint may show who complains: not where it was a tip-off too. */
  @Allows(right = HANDLE, reads = true)
  @Requirement({"R124.1", "R124.3"})
  public boolean mayShow(UUID id) {
    return isWithin(id, "COMPLAINT")
        && !isTied(id)
        && sql.first(
                "select 1 from complaint_identity where complaint_id = ?",
                row -> row.integer(1),
                id)
            .isPresent();
  }

  /**
   * The name of who complains, for a paper that both parties get; empty if whoever asks may not see
   * it, if there is none to read, and where the same letter was a tip-off: that seal stays closed.
   */
  @Allows(right = HANDLE)
  @Requirement("R101.11")
  public String nameOf(@Valid Show command) {
    return isTied(command.id()) ? "" : Sender.name(contact(command.id(), "COMPLAINT"));
  }

  private boolean isTied(UUID complaint) {
    return sql.first(
            "select 1 from complaint_letter where complaint_id = ?",
            row -> row.integer(1),
            complaint)
        .isPresent();
  }

  private boolean isWithin(UUID id, String kind) {
    return sql.first(
            """
            select 1 from complaint c join area a on a.code = c.area_code
            where c.id = ? and c.kind = ? and a.path like any (?)
              and coalesce(c.department_id = ?::uuid, true)
            """,
            row -> row.integer(1),
            id,
            kind,
            desk.scope().patterns(),
            Sight.only(desk))
        .isPresent();
  }

  private String contact(UUID id, String kind) {
    if (!isWithin(id, kind)) {
      throw new NotFound();
    }
    return sql.first(
            "select sealed from complaint_identity where complaint_id = ?", row -> row.bytes(1), id)
        .map(kept -> new String(sealing(secret.get()).opened(kept), StandardCharsets.UTF_8))
        .orElseThrow(() -> new Refusal("complaint.nobody"));
  }
}
