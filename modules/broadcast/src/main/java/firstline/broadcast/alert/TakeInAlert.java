package firstline.broadcast.alert;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Takes in an alert that a program or an officer brings, at the area where the officer works. */
@ApplicationScoped
public class TakeInAlert {
  /** The bytes of a CAP 1.2 message. */
  public record Command(@NotNull byte[] message, @NotNull Alerts.Way way) {
    @Override
    public String toString() {
      return "Command[" + message.length + " bytes, " + way + "]";
    }
  }

  @Inject private Alerts alerts;
  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected TakeInAlert() {}

  /** For tests without a server. */
  public TakeInAlert(Alerts alerts, Sql sql, Desk desk) {
    this.alerts = alerts;
    this.sql = sql;
    this.desk = desk;
  }

  /**
   * A draft for a person; a message that is known already changes nothing.
   *
   * @throws firstline.persistence.refusal.Refusal {@code cap.…}
   * @throws firstline.persistence.refusal.NotFound if the right does not reach the officer's area
   */
  @Allows(right = EMERGENCY)
  @Requirement({"R34.6", "R34.8"})
  public Alerts.Taken take(@Valid Command command) {
    var area =
        sql.one(
            "select code from area where code = ? and path like any (?)",
            row -> row.text(1),
            desk.officer().areaCode(),
            desk.scope().patterns());
    return alerts.take(command.message(), command.way(), area);
  }
}
