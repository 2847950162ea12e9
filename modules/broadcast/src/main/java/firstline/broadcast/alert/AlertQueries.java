package firstline.broadcast.alert;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Alerts to read: an officer's by id, and those that are public. */
@ApplicationScoped
public class AlertQueries {
  /**
   * A public message.
   *
   * @param state as of {@link AlertView}
   * @param updated when it became public, or ended
   */
  public record Entry(
      UUID id, String state, String headline, Instant published, Instant updated, Cap cap) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected AlertQueries() {}

  /** For tests without a server. */
  AlertQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /**
   * The alert, if it was taken in within the officer's scope.
   *
   * @throws NotFound otherwise
   */
  @Allows(right = BroadcastRights.READ, reads = true)
  public AlertView one(UUID id) {
    sql.one(
        """
        select 1 from alert a join area r on r.code = a.area_code
        where a.id = ? and r.path like any (?)
        """,
        row -> row.integer(1),
        id,
        desk.scope().patterns());
    return AlertRows.one(id, sql).orElseThrow(NotFound::new);
  }

  /** The public messages, the one that changed last on top. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R34.9")
  public List<Entry> published(int limit) {
    return sql.list(
        """
        select id, state, headline, public_at, greatest(public_at, ended_at) changed, raw from alert
        where public_at is not null and kind = 'EMERGENCY' order by changed desc, id desc limit ?
        """,
        row ->
            new Entry(
                row.id(1),
                row.text(2),
                row.text(3),
                row.instant(4),
                row.instant(5),
                CapReader.read(row.bytes(6))),
        limit);
  }

  /**
   * A public message.
   *
   * @throws NotFound if it is not public
   */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R34.9")
  public Cap published(UUID id) {
    return sql.one(
        "select raw from alert where id = ? and public_at is not null and kind = 'EMERGENCY'",
        row -> CapReader.read(row.bytes(1)),
        id);
  }
}
