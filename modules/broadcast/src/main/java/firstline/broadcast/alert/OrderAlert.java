package firstline.broadcast.alert;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.broadcast.emergency.OrderEmergency;
import firstline.broadcast.schedule.Schedules;
import firstline.persistence.database.Sql;
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

/** Puts an alert on the air, as the officer on duty has settled it; or says why it is not. */
@ApplicationScoped
public class OrderAlert {
  /** The alert, the version that was read, and what is to be heard of it. */
  public record Command(@NotNull UUID id, long version, @Valid OrderEmergency.Command order) {}

  /** An alert that is not broadcast, and why in words. */
  public record Decline(@NotNull UUID id, long version, @NotBlank @Size(max = 300) String reason) {}

  @Inject private Schedules schedules;
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = EMERGENCY)
  @Requirement("R34.14")
  public UUID order(@Valid Command command) {
    requireDraft(command.id(), command.version());
    var now = clock.instant();
    var schedule =
        schedules.order(
            OrderEmergency.plan(command.order(), now),
            desk.officer().areaCode(),
            desk.officer(),
            now);
    sql.update(
        """
        update alert set state = 'ORDERED', version = version + 1, ordered_at = ?, public_at = ?,
          schedule_id = ?
        where id = ?
        """,
        now,
        now,
        schedule,
        command.id());
    return schedule;
  }

  @Allows(right = EMERGENCY)
  @Requirement("R34.14")
  public void decline(@Valid Decline command) {
    requireDraft(command.id(), command.version());
    sql.update(
        "update alert set state = 'IGNORED', version = version + 1, reason = ? where id = ?",
        command.reason().strip(),
        command.id());
  }

  private void requireDraft(UUID id, long version) {
    var draft =
        sql.first(
                """
                select a.version = ? and a.state = 'DRAFT' and a.kind = 'EMERGENCY'
                from alert a join area r on r.code = a.area_code
                where a.id = ? and r.path like any (?) for update of a
                """,
                row -> row.flag(1),
                version,
                id,
                desk.scope().patterns())
            .orElseThrow(NotFound::new);
    if (!draft) {
      throw new Refusal("alert.changed");
    }
  }
}
