package firstline.broadcast.standing;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.broadcast.emergency.KeepTemplates;
import firstline.broadcast.signature.TrustedSigners;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a rule down. It orders nothing until somebody else has confirmed it. */
@ApplicationScoped
public class WriteRule {
  /**
   * A rule.
   *
   * @param area 12-digit code
   * @param signer fingerprint of a certificate that this installation trusts
   * @param event word for word, or empty for any
   * @param template null for the words of the alert
   */
  public record Command(
      @NotBlank String area,
      @NotBlank @Size(max = 300) String sender,
      @NotNull String signer,
      @NotNull @Size(max = 200) String event,
      @Min(1) @Max(4) int leastLevel,
      @Nullable UUID template) {}

  @Inject private TrustedSigners signers;
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected WriteRule() {}

  /** For tests without a server. */
  public WriteRule(TrustedSigners signers, Sql sql, Desk desk, Clock clock) {
    this.signers = signers;
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Writes it; its id.
   *
   * @throws Refusal {@code standing.signer}, {@code standing.template}, {@code emergency.gap},
   *     {@code schedule.area}
   */
  @Allows(right = EMERGENCY)
  @Requirement("R51.3")
  public UUID write(@Valid Command command) {
    var signer =
        signers.signers().stream()
            .filter(one -> one.fingerprint().equals(command.signer()))
            .findFirst()
            .orElseThrow(() -> new Refusal("standing.signer"));
    requireMine(command.area());
    requireTemplate(command);
    var officer = desk.officer();
    var id = Ids.next();
    sql.update(
        """
        insert into standing_rule (id, version, area_code, department_id, department_name, sender,
          signer, signer_name, event, least_level, template_id, state, written_at, written_by,
          writer_name)
        values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?, ?)
        """,
        id,
        command.area(),
        officer.departmentId(),
        officer.departmentName(),
        command.sender().strip(),
        signer.fingerprint(),
        signer.name(),
        command.event().strip(),
        command.leastLevel(),
        command.template(),
        clock.instant(),
        officer.id(),
        officer.name());
    return id;
  }

  private void requireMine(String area) {
    var mine =
        sql.first(
            "select 1 from area where code = ? and path like any (?)",
            row -> row.integer(1),
            area,
            desk.scope().patterns());
    if (mine.isEmpty()) {
      throw new Refusal("schedule.area", area);
    }
  }

  /** One of the area or above it, without a gap: nobody is there to fill it in. */
  private void requireTemplate(Command command) {
    if (command.template() != null) {
      KeepTemplates.requireFilled(
          sql.first(
                  """
                  select t.text from emergency_template t join area a on a.code = t.area_code
                    join area r on r.code = ? and starts_with(r.path, a.path)
                  where t.id = ? and t.removed_at is null
                  """,
                  row -> row.text(1),
                  command.area(),
                  command.template())
              .orElseThrow(() -> new Refusal("standing.template")));
    }
  }
}
