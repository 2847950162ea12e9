package firstline.publicity.ledger;

import static firstline.publicity.PublicityRights.STOCK;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves copies. Rows are locked in one order, consignment, store, batch, and never two stores at
 * once, so that no two movements wait for each other.
 */
@ApplicationScoped
public class MoveCopies {
  private record Consignment(
      UUID batch,
      String from,
      String to,
      long sent,
      @Nullable String received,
      long open,
      UUID sender) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected MoveCopies() {}

  /** For tests without a server. */
  public MoveCopies(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * What the store has of the batch afterwards.
   *
   * @throws NotFound if the store is outside of the officer's scope
   * @throws Refusal {@code ledger.stock} with what the store really has
   */
  @Allows(right = STOCK)
  @Requirement({"R61.2", "R61.3", "R61.4", "R61.5", "R61.6"})
  public long move(@Valid Movement movement) {
    if (!desk.scope().covers(path(movement.area()))) {
      throw new NotFound();
    }
    return carryOut(movement);
  }

  /** The same, as a part of a use case that has seen to it whose store it is. */
  @Allows(right = Rights.WITHIN)
  @Requirement({"R61.2", "R61.3"})
  public long carryOut(@Valid Movement movement) {
    movement.checked();
    var path = path(movement.area());
    sql.one("select 1 from print_run where id = ?", row -> row.integer(1), movement.batch());
    var to = movement.to().isEmpty() ? path : path(movement.to());
    if (movement.kind() == Movement.Kind.COUNT) {
      count(movement);
    } else if (recorded(movement, movement.kind().name(), movement.quantity())) {
      switch (movement.kind()) {
        case SEND -> send(movement, path, to);
        case RECEIVE -> receive(movement);
        case SETTLE_BACK, SETTLE_LOST -> settle(movement);
        case HAND_OUT -> {
          if (!to.startsWith(path)) {
            throw new Refusal("ledger.place-outside");
          }
          take(movement);
          handedOut(movement);
        }
        case DESTROY -> {
          take(movement);
          destroyed(movement);
        }
        case LOSE -> {
          take(movement);
          lose(movement.batch(), movement.area(), movement.quantity());
        }
        case COUNT -> throw new IllegalStateException("counted above");
      }
    }
    return stock(movement);
  }

  private String path(String area) {
    return sql.one("select path from area where code = ?", row -> row.text(1), area);
  }

  /** False if it was told before. The first of two at once wins; the other waits for its end. */
  private boolean recorded(Movement movement, String kind, long quantity) {
    var officer = desk.officer();
    var added =
        sql.update(
            """
            insert into movement (id, batch_id, kind, area_code, to_area, consignment_id, quantity,
              place, reach, basis, reason, hash, at, officer_id, officer_name,
              department_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """,
            movement.id(),
            movement.batch(),
            kind,
            movement.area(),
            movement.to().isEmpty() ? null : movement.to(),
            movement.consignment(),
            quantity,
            movement.place(),
            movement.reach() == 0 ? null : movement.reach(),
            movement.basis(),
            movement.reason(),
            movement.hash(),
            clock.instant(),
            officer.id(),
            officer.name(),
            officer.departmentName());
    return added == 1 || !isTold(movement);
  }

  private boolean isTold(Movement movement) {
    var hash =
        sql.first("select hash from movement where id = ?", row -> row.text(1), movement.id());
    if (hash.isPresent() && !hash.get().equals(movement.hash())) {
      throw new Refusal("ledger.told-otherwise");
    }
    return hash.isPresent();
  }

  private long stock(Movement movement) {
    return sql.first(
            "select quantity from holding where batch_id = ? and area_code = ?",
            row -> row.number(1),
            movement.batch(),
            movement.area())
        .orElse(0L);
  }

  private void take(Movement movement) {
    var taken =
        sql.update(
            """
            update holding set quantity = quantity - ?
            where batch_id = ? and area_code = ? and quantity >= ?
            """,
            movement.quantity(),
            movement.batch(),
            movement.area(),
            movement.quantity());
    if (taken == 0) {
      throw new Refusal("ledger.stock", stock(movement), movement.quantity());
    }
  }

  private void put(UUID batch, String area, long quantity) {
    sql.update(
        """
        insert into holding (batch_id, area_code, quantity) values (?, ?, ?)
        on conflict (batch_id, area_code) do update
          set quantity = holding.quantity + excluded.quantity
        """,
        batch,
        area,
        quantity);
  }

  private void send(Movement movement, String from, String to) {
    if (to.equals(from) || !Way.isOpen(from, to)) {
      throw new Refusal("ledger.way");
    }
    take(movement);
    sql.update(
        """
        insert into consignment (id, batch_id, from_area, to_area, sent, open, sender_id, sent_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        movement.id(),
        movement.batch(),
        movement.area(),
        movement.to(),
        movement.quantity(),
        movement.quantity(),
        desk.officer().id(),
        clock.instant());
  }

  private Consignment consignment(Movement movement) {
    var found =
        sql.one(
            """
            select batch_id, from_area, to_area, sent, received::text, open, sender_id
            from consignment where id = ? for update
            """,
            row ->
                new Consignment(
                    row.id(1),
                    row.text(2),
                    row.text(3),
                    row.number(4),
                    row.textOrNull(5),
                    row.number(6),
                    row.id(7)),
            movement.consignment());
    if (!found.batch().equals(movement.batch())) {
      throw new NotFound();
    }
    return found;
  }

  private void receive(Movement movement) {
    var sent = consignment(movement);
    if (!sent.to().equals(movement.area())) {
      throw new NotFound();
    }
    if (sent.sender().equals(desk.officer().id())) {
      throw new Refusal("ledger.own-receipt");
    }
    if (sent.received() != null) {
      throw new Refusal("ledger.received", sent.received());
    }
    if (movement.quantity() > sent.sent()) {
      throw new Refusal("ledger.more-than-sent", sent.sent(), movement.quantity());
    }
    sql.update(
        "update consignment set received = ?, open = sent - ?, received_at = ? where id = ?",
        movement.quantity(),
        movement.quantity(),
        clock.instant(),
        movement.consignment());
    put(movement.batch(), movement.area(), movement.quantity());
  }

  private void settle(Movement movement) {
    var sent = consignment(movement);
    if (!sent.from().equals(movement.area())) {
      throw new NotFound();
    }
    if (sent.received() == null) {
      throw new Refusal("ledger.on-the-way");
    }
    if (sent.open() == 0 || sent.open() != movement.quantity()) {
      throw new Refusal("ledger.open", sent.open(), movement.quantity());
    }
    sql.update("update consignment set open = 0 where id = ?", movement.consignment());
    if (movement.kind() == Movement.Kind.SETTLE_BACK) {
      put(movement.batch(), movement.area(), sent.open());
    } else {
      lose(movement.batch(), movement.area(), sent.open());
    }
  }

  /** Of copies that no store has any more. */
  private void lose(UUID batch, String area, long quantity) {
    sql.update(
        "update holding set lost = lost + ? where batch_id = ? and area_code = ?",
        quantity,
        batch,
        area);
    sql.update(
        "update print_run set stock = stock - ?, lost = lost + ? where id = ?",
        quantity,
        quantity,
        batch);
  }

  private void handedOut(Movement movement) {
    sql.update(
        "update print_run set stock = stock - ?, handed_out = handed_out + ? where id = ?",
        movement.quantity(),
        movement.quantity(),
        movement.batch());
  }

  private void destroyed(Movement movement) {
    sql.update(
        "update print_run set stock = stock - ?, destroyed = destroyed + ? where id = ?",
        movement.quantity(),
        movement.quantity(),
        movement.batch());
  }

  private void count(Movement movement) {
    // The store is locked before the difference is known: nobody moves while it is written.
    record Held(long quantity, long lost) {}
    var held =
        sql.one(
            """
            select quantity, lost from holding where batch_id = ? and area_code = ? for update
            """,
            row -> new Held(row.number(1), row.number(2)),
            movement.batch(),
            movement.area());
    if (isTold(movement)) {
      return;
    }
    var found = movement.quantity() - held.quantity();
    if (found > held.lost()) {
      throw new Refusal("ledger.found", held.quantity(), movement.quantity(), held.lost());
    }
    if (found != 0 && movement.reason().isEmpty()) {
      throw new Refusal("ledger.count-reason", held.quantity(), movement.quantity());
    }
    if (!recorded(movement, found < 0 ? "LOSE" : "FIND", Math.abs(found)) || found == 0) {
      return;
    }
    sql.update(
        """
        update holding set quantity = quantity + ?, lost = lost - ?
        where batch_id = ? and area_code = ?
        """,
        found,
        found,
        movement.batch(),
        movement.area());
    sql.update(
        "update print_run set stock = stock + ?, lost = lost - ? where id = ?",
        found,
        found,
        movement.batch());
  }
}
