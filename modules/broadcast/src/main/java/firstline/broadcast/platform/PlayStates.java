package firstline.broadcast.platform;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.broadcast.ebm.Ebd;
import firstline.broadcast.ebm.MessageId;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.words.Bundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of messages, by the receipts of the speakers. */
@ApplicationScoped
public class PlayStates {
  /**
   * What is known of a message before any speaker.
   *
   * @param state as of an alert: DRAFT, ORDERED, SUPERSEDED, CANCELLED, EXPIRED or IGNORED
   */
  private record Known(String state, @Nullable UUID schedule) {}

  /** Plays of it: how many there were to be, begun, heard to the end; where they were begun. */
  private record Counted(
      boolean over, boolean withdrawn, long planned, long begun, long whole, List<String> areas) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected PlayStates() {}

  /** For tests without a server. */
  PlayStates(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The state of a message that came in or was given out.
   *
   * @throws NotFound if there is none within the officer's areas
   */
  @Allows(right = EMERGENCY, reads = true)
  @Requirement("R50.5")
  public Ebd.PlayState of(MessageId message) {
    var known =
        sql.first(
                """
                select a.state, a.schedule_id from ebm_in e join alert a on a.id = e.alert_id
                  join area r on r.code = a.area_code
                where e.message_id = ? and r.path like any (?)
                union all
                select 'ORDERED', s.id from ebm_out o join schedule s on s.id = o.schedule_id
                  join area r on r.code = s.area_code
                where o.message_id = ? and r.path like any (?)
                """,
                row -> new Known(row.text(1), row.idOrNull(2)),
                message.toString(),
                desk.scope().patterns(),
                message.toString(),
                desk.scope().patterns())
            .orElseThrow(NotFound::new);
    var schedule = known.schedule();
    return schedule == null ? unheard(message, known) : heard(message, counted(schedule));
  }

  private Ebd.PlayState unheard(MessageId message, Known known) {
    var state =
        switch (known.state()) {
          case "SUPERSEDED", "CANCELLED" -> Ebd.State.CANCELLED;
          case "EXPIRED" -> Ebd.State.FAILED;
          default -> Ebd.State.NOT_PROCESSED;
        };
    return new Ebd.PlayState(
        clock.instant(),
        message,
        state,
        Bundles.words("zh", "broadcast.alert.state." + known.state()),
        List.of());
  }

  private Ebd.PlayState heard(MessageId message, Counted counted) {
    return new Ebd.PlayState(
        clock.instant(),
        message,
        state(counted),
        Bundles.words(
            "zh", "ebm.counted", List.of(counted.planned(), counted.begun(), counted.whole())),
        counted.areas());
  }

  private static Ebd.State state(Counted counted) {
    if (counted.withdrawn()) {
      return Ebd.State.CANCELLED;
    }
    if (!counted.over()) {
      return counted.begun() == 0 ? Ebd.State.WAITING : Ebd.State.PLAYING;
    }
    return counted.planned() > 0 && counted.whole() == counted.planned()
        ? Ebd.State.SUCCEEDED
        : Ebd.State.FAILED;
  }

  /** What is repeated until its end and cut off there was heard to its end. */
  private Counted counted(UUID schedule) {
    return sql.one(
        """
        with play as (select no, start from occurrence where schedule_id = ?),
          planned as (select play_no, speaker_no, area_code from planned_play
            where play_no in (select no from play)),
          begun as (select distinct p.play_no, p.speaker_no, p.area_code from planned p
            join receipt r on r.play_no = p.play_no and r.speaker_no = p.speaker_no
              and r.event = 'STARTED'),
          whole as (select p.speaker_no from planned p join play y on y.no = p.play_no
            join play_end e on e.start = y.start and e.play_no = p.play_no
              and e.speaker_no = p.speaker_no
              and (e.event = 'FINISHED' or (e.event = 'PRE_EMPTED' and e.reason = 'SLOT_OVER')))
        select s.approved_at + s.slot * interval '1 millisecond' <= ?, s.state = 'WITHDRAWN',
          (select count(*) from planned), (select count(*) from begun), (select count(*) from whole),
          array(select distinct area_code::text from begun order by 1)
        from schedule s where s.id = ?
        """,
        PlayStates::read,
        schedule,
        clock.instant(),
        schedule);
  }

  private static Counted read(Row row) throws SQLException {
    return new Counted(
        row.flag(1), row.flag(2), row.number(3), row.number(4), row.number(5), row.texts(6));
  }
}
