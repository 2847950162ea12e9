package firstline.publicity.order;

import static firstline.publicity.PublicityRights.PRINT;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Decides on an order above its quota. */
@ApplicationScoped
public class DecideOrder {
  /**
   * A grant.
   *
   * @param quantity at most what was asked
   */
  public record Grant(@NotNull UUID order, long quantity) {}

  /** A decline. */
  public record Decline(@NotNull UUID order, @NotNull String reason) {}

  @Inject private Sql sql;
  @Inject private Orders orders;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected DecideOrder() {}

  /** For tests without a server. */
  DecideOrder(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.orders = new Orders(sql, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Grants so many.
   *
   * @throws Refusal {@code order.own}, {@code order.not-above}, {@code order.decided} with who was
   *     faster, {@code order.withdrawn}, {@code order.granted} with what was asked
   */
  @Allows(right = PRINT)
  @Requirement({"R62.2", "R62.7"})
  public void grant(@Valid Grant command) {
    var order = undecided(command.order());
    if (!order.standing().valid()) {
      throw new Refusal("order.withdrawn");
    }
    if (command.quantity() < 1 || command.quantity() > order.standing().asked()) {
      throw new Refusal("order.granted", order.standing().asked(), command.quantity());
    }
    sql.update(
        "update copy_order set granted = ?, decided_at = ?, decided_name = ? where id = ?",
        command.quantity(),
        clock.instant(),
        desk.officer().name(),
        order.id());
  }

  /** Declines it; refused as a grant is, and {@code order.reason} without a reason. */
  @Allows(right = PRINT)
  @Requirement("R62.2")
  public void decline(@Valid Decline command) {
    var order = undecided(command.order());
    var reason = PlainText.line(command.reason());
    if (reason.isEmpty() || reason.length() > OrderCopies.LINE) {
      throw new Refusal("order.reason", OrderCopies.LINE);
    }
    sql.update(
        "update copy_order set declined = ?, decided_at = ?, decided_name = ? where id = ?",
        reason,
        clock.instant(),
        desk.officer().name(),
        order.id());
  }

  private Orders.Order undecided(UUID id) {
    // Locked: of two who decide at once, the other sees the first one's name.
    var order = orders.locked(id, desk.scope());
    if (order.asker().equals(desk.officer().id())) {
      throw new Refusal("order.own");
    }
    if (!order.unit().isBelow(desk.scope(), order.path())) {
      throw new Refusal("order.not-above");
    }
    if (order.decided()) {
      throw new Refusal("order.decided", order.decidedName());
    }
    if (order.standing().closed()) {
      throw new Refusal("order.closed");
    }
    return order;
  }
}
