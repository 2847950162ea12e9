package firstline.broadcast.call;

import static firstline.broadcast.BroadcastRights.CALL;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;

/** The place has been told, or could not be. */
@ApplicationScoped
public class AcknowledgeCall {
  /** By what means. */
  public enum How {
    VOICE,
    DOOR,
    PHONE,
    NOT_REACHED
  }

  /** The task, how the place was told, and whatever else is worth knowing. */
  public record Command(
      @NotNull UUID id, @NotNull How how, @NotNull @Size(max = 300) String note) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected AcknowledgeCall() {}

  /** For tests without a server. */
  AcknowledgeCall(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Keeps it.
   *
   * @throws firstline.persistence.refusal.NotFound if it lies outside the officer's areas
   * @throws Refusal {@code call.answered} if somebody was faster
   */
  @Allows(right = CALL)
  @Requirement("R46.2")
  public void acknowledge(@Valid Command command) {
    var open =
        sql.one(
            """
            select c.acknowledged_at is null from call_task c join area a on a.code = c.area_code
            where c.id = ? and a.path like any (?) for update of c
            """,
            row -> row.flag(1),
            command.id(),
            desk.scope().patterns());
    if (!open) {
      throw new Refusal("call.answered");
    }
    sql.update(
        """
        update call_task set acknowledged_at = ?, officer_id = ?, officer_name = ?, how = ?,
          note = ?
        where id = ?
        """,
        clock.instant(),
        desk.officer().id(),
        desk.officer().name(),
        command.how().name(),
        command.note().strip(),
        command.id());
  }
}
