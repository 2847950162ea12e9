package firstline.publicity.order;

import static firstline.publicity.PublicityRights.STOCK;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.publicity.ledger.MoveCopies;
import firstline.publicity.ledger.Movement;
import firstline.publicity.ledger.Quantity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Sends copies for an order from the store of the officer's own area. */
@ApplicationScoped
public class DeliverOrder {
  /**
   * A delivery.
   *
   * @param movement made by whoever tells it: told again, nothing changes
   */
  public record Command(
      @NotNull UUID order, @NotNull UUID movement, @NotNull UUID batch, long quantity) {}

  @Inject private Sql sql;
  @Inject private Orders orders;
  @Inject private MoveCopies moveCopies;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected DeliverOrder() {}

  /** For tests without a server. */
  DeliverOrder(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.orders = new Orders(sql, clock);
    this.moveCopies = new MoveCopies(sql, desk, clock);
    this.desk = desk;
  }

  /**
   * Sends them: on the way until the other side receives them. What a department of the same area
   * fetches goes over the counter, and has come.
   *
   * @throws Refusal {@code order.not-above}, {@code order.withdrawn}, {@code order.undecided},
   *     {@code order.too-much} with what is open, {@code order.batch}, {@code ledger.stock} with
   *     what the store really has
   */
  @Allows(right = STOCK)
  @Requirement({"R62.3", "R62.7"})
  public void deliver(@Valid Command command) {
    Quantity.checked(command.quantity());
    var order = orders.locked(command.order(), desk.scope());
    if (isTold(command)) {
      return;
    }
    var mine = desk.officer().areaCode();
    var above = sql.one("select path from area where code = ?", row -> row.text(1), mine);
    if (!order.unit().isBelow(above, order.path())) {
      throw new Refusal("order.not-above");
    }
    requireOpen(order.standing(), command.quantity());
    var printed =
        sql.first(
            "select 1 from print_run where id = ? and version_id = ?",
            row -> row.integer(1),
            command.batch(),
            order.version());
    if (printed.isEmpty()) {
      throw new Refusal("order.batch");
    }
    moveCopies.carryOut(movement(order, command, mine));
    sql.update(
        "insert into order_delivery (movement_id, order_id) values (?, ?)",
        command.movement(),
        command.order());
  }

  private boolean isTold(Command command) {
    return sql.first(
            "select 1 from order_delivery where movement_id = ? and order_id = ?",
            row -> row.integer(1),
            command.movement(),
            command.order())
        .isPresent();
  }

  private static void requireOpen(Standing standing, long quantity) {
    if (standing.declined() || standing.granted() == null) {
      throw new Refusal("order.undecided");
    }
    if (standing.closed()) {
      throw new Refusal("order.closed");
    }
    if (!standing.valid()) {
      throw new Refusal("order.withdrawn");
    }
    if (quantity > standing.open()) {
      throw new Refusal("order.too-much", standing.open(), quantity);
    }
  }

  private static Movement movement(Orders.Order order, Command command, String from) {
    var counter = from.equals(order.area());
    return new Movement(
        command.movement(),
        command.batch(),
        counter ? Movement.Kind.HAND_OUT : Movement.Kind.SEND,
        from,
        counter ? "" : order.area(),
        null,
        command.quantity(),
        counter ? order.departmentName() : "",
        0,
        "",
        "");
  }
}
