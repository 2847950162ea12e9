package firstline.broadcast.call;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Call tasks of the officer's areas. */
@ApplicationScoped
public class CallQueries {
  static final int SIZE = 200;

  /**
   * One task.
   *
   * @param keepers of the place's speakers, with commas between
   * @param begun when a speaker of the place began it after all; null if none did, or once the task
   *     is answered
   * @param together how many open tasks of the play have begun, listed here or not
   * @param onAir false once the emergency is over or cancelled
   */
  public record Line(
      UUID id,
      long play,
      int level,
      String text,
      String areaName,
      String keepers,
      Instant openedAt,
      @Nullable Instant begun,
      long together,
      boolean onAir,
      @Nullable Instant acknowledgedAt,
      String officer,
      String how,
      String note) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected CallQueries() {}

  /** For tests without a server. */
  CallQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** Open ones first, the silent before those that began after all; the newest first. */
  @Allows(right = READ, reads = true)
  public List<Line> list() {
    return sql.list(
        """
        select c.id, c.play_no, s.level, i.text, coalesce(b.name || ' ', '') || a.name,
          coalesce((select string_agg(distinct f.name, ', ') from speaker k
            join officer f on f.id = k.keeper_id where k.area_code = c.area_code), ''),
          c.opened_at, begun.at, count(begun.at) over (partition by c.play_no),
          o.withdrawn_at is null and s.state = 'APPROVED',
          c.acknowledged_at, c.officer_name, c.how, c.note
        from call_task c join area a on a.code = c.area_code
          left join area b on b.code = a.parent join occurrence o on o.no = c.play_no
          join schedule s on s.id = o.schedule_id join item i on i.id = s.item_id
          cross join lateral (select min(r.at) as at from receipt r
            join speaker k on k.no = r.speaker_no
            where c.acknowledged_at is null and r.play_no = c.play_no and r.event = 'STARTED'
              and k.area_code = c.area_code) begun
        where a.path like any (?)
        order by c.acknowledged_at is not null, begun.at is not null, c.opened_at desc, c.id desc
        limit ?
        """,
        row ->
            new Line(
                row.id(1),
                row.number(2),
                row.integer(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.instant(7),
                row.instantOrNull(8),
                row.number(9),
                row.flag(10),
                row.instantOrNull(11),
                row.text(12),
                row.text(13),
                row.text(14)),
        desk.scope().patterns(),
        SIZE);
  }

  /** How many are open. */
  @Allows(right = READ, reads = true)
  public long open() {
    return sql.one(
        """
        select count(*) from call_task c join area a on a.code = c.area_code
        where c.acknowledged_at is null and a.path like any (?)
        """,
        row -> row.number(1),
        (Object) desk.scope().patterns());
  }
}
