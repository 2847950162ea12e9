package firstline.broadcast.spoken;

import firstline.broadcast.programme.ProgrammeChange;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Writes down that an emergency is being recorded, and what was made. */
@ApplicationScoped
public class KeepSpoken {
  @Inject private Sql sql;
  @Inject private ProgrammeChange change;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepSpoken() {}

  /** For tests without a server. */
  KeepSpoken(Sql sql, ProgrammeChange change, Clock clock) {
    this.sql = sql;
    this.change = change;
    this.clock = clock;
  }

  /** Whether nobody else has begun it. */
  @Allows(right = Rights.SYSTEM, ownRecord = true)
  @Requirement("R55.3")
  public boolean begin(UUID schedule) {
    return sql.update(
            """
            insert into spoken_emergency (schedule_id, tried_at) values (?, ?)
            on conflict (schedule_id) do update
              set tries = spoken_emergency.tries + 1, tried_at = excluded.tried_at
              where spoken_emergency.media_id is null and spoken_emergency.tried_at <= ?
            """,
            schedule,
            clock.instant(),
            clock.instant().minus(SpeakEmergencies.AGAIN))
        == 1;
  }

  /** Puts the recording beside the text; the version that officers see stays as it is. */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R55.2")
  public void keep(UUID schedule, String area, String sha256) {
    sql.update(
        """
        update spoken_emergency e set media_id = m.id, made_at = ? from media m
        where e.schedule_id = ? and e.media_id is null and m.area_code = ? and m.sha256 = ?
        """,
        clock.instant(),
        schedule,
        area,
        sha256);
    change.note();
  }
}
