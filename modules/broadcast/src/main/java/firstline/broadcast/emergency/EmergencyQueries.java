package firstline.broadcast.emergency;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Emergencies on the air in the officer's areas. */
@ApplicationScoped
public class EmergencyQueries {
  /**
   * One that is on the air.
   *
   * @param play number of its occurrence; 0 while its programme is being built
   * @param started speakers that have begun it, by their receipts
   * @param recorded true once the recording of its text is in the programmes beside it
   * @param reviewed true once somebody else has approved it
   * @param rule number of the standing rule that ordered it, 0 if an officer did
   */
  public record OnAir(
      UUID id,
      long version,
      String number,
      String text,
      int level,
      Instant until,
      long play,
      long planned,
      long started,
      boolean recorded,
      boolean reviewed,
      long rule) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = READ, reads = true)
  public List<OnAir> onAir() {
    return sql.list(
        """
        select s.id, s.version, s.number, i.text, s.level,
          s.approved_at + s.slot * interval '1 millisecond', coalesce(o.no, 0),
          (select count(*) from planned_play p where p.play_no = o.no),
          (select count(distinct r.speaker_no) from receipt r
            where r.play_no = o.no and r.event = 'STARTED'),
          exists (select 1 from spoken_emergency e
            where e.schedule_id = s.id and e.media_id is not null),
          s.reviewers <> '', coalesce(x.rule_no, 0)
        from schedule s join item i on i.id = s.item_id join area a on a.code = s.area_code
          left join occurrence o on o.schedule_id = s.id
          left join alert x on x.schedule_id = s.id
        where s.kind = 'EMERGENCY' and s.state = 'APPROVED' and a.path like any (?)
          and s.approved_at + s.slot * interval '1 millisecond' > ?
        order by s.level, s.approved_at desc limit 50
        """,
        row ->
            new OnAir(
                row.id(1),
                row.number(2),
                row.text(3),
                row.text(4),
                row.integer(5),
                row.instant(6),
                row.number(7),
                row.number(8),
                row.number(9),
                row.flag(10),
                row.flag(11),
                row.number(12)),
        desk.scope().patterns(),
        clock.instant());
  }

  /** The gravest level on the air in the officer's areas, 1 to 4; 0 if there is none. */
  @Allows(right = READ, reads = true)
  public int gravest() {
    return sql.one(
        """
        select coalesce(min(s.level), 0) from schedule s join area a on a.code = s.area_code
        where s.kind = 'EMERGENCY' and s.state = 'APPROVED' and a.path like any (?)
          and s.approved_at + s.slot * interval '1 millisecond' > ?
        """,
        row -> row.integer(1),
        desk.scope().patterns(),
        clock.instant());
  }
}
