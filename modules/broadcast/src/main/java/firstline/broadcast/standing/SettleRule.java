package firstline.broadcast.standing;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;

/** Puts a rule in force, which takes another officer than its writer, or ends it. */
@ApplicationScoped
public class SettleRule {
  /** A rule as it was read. */
  public record Confirm(@NotNull UUID id, long version) {}

  /** A rule that shall order nothing any more, whatever it said when it was read. */
  public record End(@NotNull UUID id, @NotBlank @Size(max = 300) String reason) {}

  private record Stored(long version, String state, UUID writer) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected SettleRule() {}

  /** For tests without a server. */
  public SettleRule(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Confirms it.
   *
   * @throws Refusal {@code standing.own}, {@code standing.state}
   * @throws Conflict if somebody was faster
   */
  @Allows(right = EMERGENCY)
  @Requirement("R51.3")
  public void confirm(@Valid Confirm command) {
    var rule = mine(command.id());
    if (rule.version() != command.version()) {
      throw new Conflict();
    }
    if (!rule.state().equals("PROPOSED")) {
      throw new Refusal("standing.state");
    }
    if (rule.writer().equals(desk.officer().id())) {
      throw new Refusal("standing.own");
    }
    sql.update(
        """
        update standing_rule set state = 'IN_FORCE', version = version + 1, confirmed_at = ?,
          confirmed_by = ?, confirmer_name = ?
        where id = ?
        """,
        clock.instant(),
        desk.officer().id(),
        desk.officer().name(),
        command.id());
  }

  /**
   * Ends it, in force or not yet.
   *
   * @throws Refusal {@code standing.state} if it is ended already
   */
  @Allows(right = EMERGENCY)
  @Requirement("R51.4")
  public void end(@Valid End command) {
    if (mine(command.id()).state().equals("ENDED")) {
      throw new Refusal("standing.state");
    }
    sql.update(
        """
        update standing_rule set state = 'ENDED', version = version + 1, ended_at = ?,
          ender_name = ?, reason = ?
        where id = ?
        """,
        clock.instant(),
        desk.officer().name(),
        command.reason().strip(),
        command.id());
  }

  private Stored mine(UUID id) {
    return sql.first(
            """
            select r.version, r.state, r.written_by
            from standing_rule r join area a on a.code = r.area_code
            where r.id = ? and a.path like any (?) for update of r
            """,
            row -> new Stored(row.number(1), row.text(2), row.id(3)),
            id,
            desk.scope().patterns())
        .orElseThrow(NotFound::new);
  }
}
