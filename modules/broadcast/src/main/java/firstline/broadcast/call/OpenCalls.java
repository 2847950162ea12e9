package firstline.broadcast.call;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Opens a call task for each place that stays silent in an emergency. */
@ApplicationScoped
public class OpenCalls {
  /** So long a speaker may take: a wake-up, the programme, its receipt. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What began longer ago was looked at before. */
  private static final Duration BACK = Duration.ofDays(1);

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected OpenCalls() {}

  /** For tests without a server. */
  OpenCalls(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** How many were opened. */
  @Allows(right = Rights.SYSTEM, ownRecord = true)
  @Requirement("R46.1")
  public int open() {
    var now = clock.instant();
    record Silent(long play, String area) {}
    var silent =
        sql.list(
            """
            with burning as materialized (
              select o.no from schedule s join occurrence o on o.schedule_id = s.id
              where s.kind = 'EMERGENCY' and s.state = 'APPROVED' and s.approved_at > ?
                and o.start > ? and o.start <= ?
                and o.start + s.slot * interval '1 millisecond' > ?),
            begun as materialized (
              select distinct r.play_no, r.speaker_no from receipt r join burning o on o.no = r.play_no
              where r.event = 'STARTED')
            select p.play_no, p.area_code
            from burning o join planned_play p on p.play_no = o.no
              left join begun b on b.play_no = p.play_no and b.speaker_no = p.speaker_no
            group by p.play_no, p.area_code
            having count(b.speaker_no) = 0 and not exists (
              select 1 from call_task c where c.play_no = p.play_no and c.area_code = p.area_code)
            """,
            row -> new Silent(row.number(1), row.text(2)),
            now.minus(BACK),
            now.minus(BACK),
            now.minus(PATIENCE),
            now);
    sql.batch(
        """
        insert into call_task (id, play_no, area_code, opened_at) values (?, ?, ?, ?)
        on conflict (play_no, area_code) do nothing
        """,
        silent.stream()
            .map(one -> new Object[] {Ids.next(), one.play(), one.area(), now})
            .toList());
    return silent.size();
  }
}
