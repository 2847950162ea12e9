package firstline.persistence.outbox;

import firstline.persistence.database.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table of duties: what is due, who works on it, what became of it. */
final class Deliveries {
  /** After so many attempts a duty is dead and waits for a person. */
  static final int ATTEMPTS = 8;

  /** A worker whose heart has not beaten for so long is taken for dead. */
  static final Duration SILENCE = Duration.ofSeconds(60);

  /** One duty of one listener. */
  record Delivery(OutboxEvent event, String listener, int attempts) {}

  private final Sql sql;

  Deliveries(Sql sql) {
    this.sql = sql;
  }

  /** Takes up to {@code limit} due duties for the worker; no two workers get the same one. */
  List<Delivery> claim(UUID worker, Instant now, int limit) {
    return sql.list(
        """
        with due as (
          select event_id, listener from outbox_delivery
          where state = 'WAITING' and next_at <= ?
          order by next_at limit ? for update skip locked),
        taken as (
          update outbox_delivery d
          set state = 'RUNNING', claimed_by = ?, heartbeat_at = ?, attempts = attempts + 1
          from due where d.event_id = due.event_id and d.listener = due.listener
          returning d.event_id, d.listener, d.attempts)
        select e.id, e.topic, e.subject, e.payload, e.created_at, t.listener, t.attempts
        from taken t join outbox_event e on e.id = t.event_id order by e.id
        """,
        row ->
            new Delivery(
                new OutboxEvent(row.id(1), row.text(2), row.text(3), row.text(4), row.instant(5)),
                row.text(6),
                row.integer(7)),
        now,
        limit,
        worker,
        now);
  }

  /**
   * Marks the duty done, in the transaction of its effect. False if the worker was taken for dead
   * meanwhile and the duty given to another: then the effect must be rolled back.
   */
  boolean done(Delivery delivery, UUID worker, Instant now) {
    return sql.update(
            "update outbox_delivery set state = 'DONE', done_at = ?, last_error = null"
                + " where event_id = ? and listener = ? and state = 'RUNNING' and claimed_by = ?",
            now,
            delivery.event().id(),
            delivery.listener(),
            worker)
        == 1;
  }

  /** Puts the duty off, twice as long each time; after {@link #ATTEMPTS} it is dead. */
  void failed(Delivery delivery, UUID worker, Instant now, String error) {
    sql.update(
        "update outbox_delivery set state = ?, next_at = ?, last_error = ?, claimed_by = null"
            + " where event_id = ? and listener = ? and state = 'RUNNING' and claimed_by = ?",
        delivery.attempts() >= ATTEMPTS ? "DEAD" : "WAITING",
        now.plus(wait(delivery.attempts())),
        error.substring(0, Math.min(500, error.length())),
        delivery.event().id(),
        delivery.listener(),
        worker);
  }

  /** 2, 4, 8 … seconds, at most ten minutes. */
  static Duration wait(int attempts) {
    return Duration.ofSeconds(Math.min(600, 1L << Math.min(attempts, 10)));
  }

  /** The worker lives. */
  void beat(UUID worker, Instant now) {
    sql.update(
        "update outbox_delivery set heartbeat_at = ? where state = 'RUNNING' and claimed_by = ?",
        now,
        worker);
  }

  /** Gives the duties of dead workers back. */
  int rescue(Instant now) {
    return sql.update(
        "update outbox_delivery set state = 'WAITING', claimed_by = null, next_at = ?"
            + " where state = 'RUNNING' and heartbeat_at < ?",
        now,
        now.minus(SILENCE));
  }

  /** A person takes a dead duty up again: as fresh as on its first day. False if it is not dead. */
  boolean revived(UUID event, String listener, Instant now) {
    return sql.update(
            "update outbox_delivery set state = 'WAITING', attempts = 0, next_at = ?"
                + " where event_id = ? and listener = ? and state = 'DEAD'",
            now,
            event,
            listener)
        == 1;
  }

  /** A person gives a dead duty up for a reason that stays with it. False if it is not dead. */
  boolean dropped(UUID event, String listener, String reason) {
    return sql.update(
            "update outbox_delivery set state = 'DROPPED', last_error = ?"
                + " where event_id = ? and listener = ? and state = 'DEAD'",
            reason,
            event,
            listener)
        == 1;
  }
}
