package firstline.broadcast.live;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Writes down that a recording is being made, and what was made. */
@ApplicationScoped
public class KeepRecording {
  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepRecording() {}

  /** For tests without a server. */
  KeepRecording(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Whether nobody else has begun it. */
  @Allows(right = Rights.SYSTEM, ownRecord = true)
  public boolean begin(UUID stream) {
    return sql.update(
            """
            update live_stream set tries = tries + 1, tried_at = ?
            where id = ? and recorded_at is null
              and (tried_at is null or tried_at < ?::timestamptz - interval '10 minutes')
            """,
            clock.instant(),
            stream,
            clock.instant())
        == 1;
  }

  /**
   * Keeps the sounds with the page.
   *
   * @param hashes in their order; empty where there was nothing to be heard
   */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R48.5")
  public void keep(UUID stream, String area, List<String> hashes) {
    for (var i = 0; i < hashes.size(); i++) {
      sql.update(
          """
          insert into live_recording (stream_id, position, media_id)
          select ?, ?, id from media where area_code = ? and sha256 = ?
          """,
          stream,
          i + 1,
          area,
          hashes.get(i));
    }
    sql.update(
        "update live_stream set recorded_at = ? where id = ? and recorded_at is null",
        clock.instant(),
        stream);
  }
}
