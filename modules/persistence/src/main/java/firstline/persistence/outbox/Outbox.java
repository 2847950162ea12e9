package firstline.persistence.outbox;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a use case leaves duties for others, in its own transaction. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Outbox {
  /** A CDI event: duties were added. */
  record Added() {}

  /** Takes a dead duty up again. */
  public record Retry(@NotNull UUID id, @NotBlank String listener) {}

  /** Drops a dead duty for a reason. */
  public record Drop(
      @NotNull UUID id,
      @NotBlank String listener,
      @NotBlank @Size(min = 1, max = 500) String reason) {}

  /** A duty on the screen. */
  public record Line(
      UUID id,
      String topic,
      String subject,
      String listener,
      String state,
      int attempts,
      Instant createdAt,
      Instant nextAt,
      @Nullable String error) {}

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject @Any private Instance<OutboxListener> listeners;
  @Inject private Event<Added> added;

  /** Adds an event, with one duty for each listener of its topic. Part of the running use case. */
  public void add(String topic, String subject, String payload) {
    var hearing = listeners.stream().filter(listener -> listener.topics().contains(topic)).toList();
    var now = clock.instant();
    var id = Ids.next();
    sql.update(
        "insert into outbox_event (id, topic, subject, payload, created_at) values (?, ?, ?, ?, ?)",
        id,
        topic,
        subject,
        payload,
        now);
    for (var listener : hearing) {
      sql.update(
          "insert into outbox_delivery (event_id, listener, state, next_at)"
              + " values (?, ?, 'WAITING', ?)",
          id,
          listener.name(),
          now);
    }
    added.fire(new Added());
  }

  /** Duties in the state, newest first, at most 200. */
  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public List<Line> lines(String state) {
    return sql.list(
        """
        select e.id, e.topic, e.subject, d.listener, d.state, d.attempts, e.created_at, d.next_at,
          d.last_error
        from outbox_delivery d join outbox_event e on e.id = d.event_id
        where d.state = ? order by e.id desc limit 200
        """,
        row ->
            new Line(
                row.id(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.integer(6),
                row.instant(7),
                row.instant(8),
                row.textOrNull(9)),
        state);
  }

  /**
   * How many duties are in each state, as {@code state=count} in the order of the states' names.
   */
  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public List<String> counts() {
    return sql.list(
        "select state || '=' || count(*) from outbox_delivery group by state order by state",
        row -> row.text(1));
  }

  /** Takes a dead duty up again. */
  @Allows(right = Rights.ADMIN_SYSTEM)
  public void retry(@Valid Retry duty) {
    if (!new Deliveries(sql).revived(duty.id(), duty.listener(), clock.instant())) {
      throw new NotFound();
    }
    added.fire(new Added());
  }

  /** Drops a dead duty for a reason that stays with it. */
  @Allows(right = Rights.ADMIN_SYSTEM)
  public void drop(@Valid Drop duty) {
    if (!new Deliveries(sql).dropped(duty.id(), duty.listener(), duty.reason())) {
      throw new NotFound();
    }
  }
}
