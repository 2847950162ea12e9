package firstline.publicity.order;

import static firstline.publicity.PublicityRights.STOCK;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Ends an order of which nothing more is wanted or will come: by the unit, or a store above it. */
@ApplicationScoped
public class CloseOrder {
  /** The order. */
  public record Command(@NotNull UUID order) {}

  @Inject private Sql sql;
  @Inject private Orders orders;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected CloseOrder() {}

  /** For tests without a server. */
  CloseOrder(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.orders = new Orders(sql, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Closes it; what is on the way may still come.
   *
   * @throws Refusal {@code order.closed} if it has ended
   */
  @Allows(right = STOCK)
  @Requirement("R62.4")
  public void close(@Valid Command command) {
    var order = orders.locked(command.order(), desk.scope());
    switch (order.standing().state()) {
      case OPEN, APPROVED, PART ->
          sql.update(
              "update copy_order set closed_at = ?, closed_name = ? where id = ?",
              clock.instant(),
              desk.officer().name(),
              order.id());
      case DECLINED, DELIVERED, CLOSED -> throw new Refusal("order.closed");
    }
  }
}
