package firstline.broadcast.alert;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts that came in within the officer's areas. */
@ApplicationScoped
public class AlertList {
  static final int SIZE = 50;

  /** One of them. */
  public record Line(
      UUID id,
      String headline,
      String sender,
      String msgType,
      String kind,
      int level,
      String state,
      Instant receivedAt,
      @Nullable Instant expires) {}

  /**
   * What an officer needs beside the message.
   *
   * @param version to order it by
   * @param areas that were recognised, with names
   * @param schedule by which it is on the air
   */
  public record Facts(
      long version,
      Instant receivedAt,
      String source,
      List<String> areas,
      @Nullable UUID schedule,
      @Nullable Instant orderedAt) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  /** A page of the list, the newest first. */
  @Allows(right = READ, reads = true)
  public Page<Line> list(String state, Cursor cursor) {
    var select =
        Select.from(
                """
                select a.id, a.headline, a.sender, a.msg_type, a.kind, a.level, a.state,
                  a.received_at, a.expires_at
                from alert a join area r on r.code = a.area_code
                """)
            .where("r.path like any (?)", (Object) desk.scope().patterns())
            .whereSet("a.state = ?", state);
    select.newestFirst("a.received_at", "a.id", cursor, SIZE);
    return Page.of(
        sql.list(
            select,
            row ->
                new Line(
                    row.id(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    row.text(5),
                    row.integer(6),
                    row.text(7),
                    row.instant(8),
                    row.instantOrNull(9))),
        SIZE,
        cursor,
        line -> Cursor.of(line.receivedAt(), line.id()));
  }

  /** Facts of one. */
  @Allows(right = READ, reads = true)
  public Facts facts(UUID id) {
    return sql.one(
        """
        select a.version, a.received_at, a.source, a.schedule_id, a.ordered_at,
          array(select b.name from alert_area x join area b on b.code = x.area_code
            where x.alert_id = a.id order by x.area_code)
        from alert a join area r on r.code = a.area_code where a.id = ? and r.path like any (?)
        """,
        row ->
            new Facts(
                row.number(1),
                row.instant(2),
                row.text(3),
                List.copyOf(row.texts(6)),
                row.idOrNull(4),
                row.instantOrNull(5)),
        id,
        desk.scope().patterns());
  }

  /** Drafts that wait for an officer on duty. */
  @Allows(right = READ, reads = true)
  public long waiting() {
    return sql.one(
        """
        select count(*) from alert a join area r on r.code = a.area_code
        where a.state = 'DRAFT' and a.kind = 'EMERGENCY' and r.path like any (?)
        """,
        row -> row.number(1),
        (Object) desk.scope().patterns());
  }
}
