package firstline.publicity.rendition;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table of jobs: what is due, who works on it, what became of it. */
@Requirement({"R69.1", "R69.3"})
final class Queue {
  /** A file that ended its worker so often is not tried again. */
  static final int ATTEMPTS = 3;

  /** A worker whose heart has not beaten for so long is taken for dead. */
  static final Duration SILENCE = Duration.ofMinutes(2);

  /** A file to be worked on. */
  record Job(String sha256, String mediaType, int attempts) {}

  private final Sql sql;
  private final UUID worker;

  Queue(Sql sql, UUID worker) {
    this.sql = sql;
    this.worker = worker;
  }

  /**
   * Takes the next one; no two workers get the same.
   *
   * @param quick true for one that does not take films or sounds
   */
  Optional<Job> claim(Instant now, boolean quick) {
    return sql.first(
        """
        update rendition_job set state = 'RUNNING', claimed_by = ?, heartbeat_at = ?,
          attempts = attempts + 1, done = 0
        where sha256 = (
          select sha256 from rendition_job
          where state = 'WAITING' and next_at <= ?
            and (not ? or media_type not like 'video/%' and media_type not like 'audio/%')
          order by next_at limit 1 for update skip locked)
        returning sha256, media_type, attempts
        """,
        row -> new Job(row.text(1), row.text(2), row.integer(3)), worker, now, now, quick);
  }

  /** How far it is; the worker lives. */
  void at(Job job, int done, int total, Instant now) {
    sql.update(
        """
        update rendition_job set done = ?, total = ?, heartbeat_at = ?
        where sha256 = ? and state = 'RUNNING' and claimed_by = ?
        """,
        done,
        total,
        now,
        job.sha256(),
        worker);
  }

  /** It cannot be done, for a reason's code. */
  void failed(Job job, String reason, Instant now) {
    sql.update(
        """
        update rendition_job set state = 'FAILED', reason = ?, done_at = ?, claimed_by = null
        where sha256 = ? and state = 'RUNNING' and claimed_by = ?
        """,
        reason,
        now,
        job.sha256(),
        worker);
  }

  /** Something else went wrong: once more a little later, and not for ever. */
  void again(Job job, Instant now) {
    sql.update(
        """
        update rendition_job set claimed_by = null, next_at = ?, reason = ?,
          state = case when attempts >= ? then 'FAILED' else 'WAITING' end
        where sha256 = ? and state = 'RUNNING' and claimed_by = ?
        """,
        now.plusSeconds(30L * job.attempts()),
        "rendition.broken",
        ATTEMPTS,
        job.sha256(),
        worker);
  }

  /** Gives the jobs of dead workers back; those that killed several are given up. */
  void rescue(Instant now) {
    sql.update(
        """
        update rendition_job set claimed_by = null, next_at = ?, reason = 'rendition.broken',
          state = case when attempts >= ? then 'FAILED' else 'WAITING' end
        where state = 'RUNNING' and heartbeat_at < ?
        """,
        now,
        ATTEMPTS,
        now.minus(SILENCE));
  }

  /** The worker lives, whatever takes it so long. */
  void beat(Instant now) {
    sql.update(
        "update rendition_job set heartbeat_at = ? where state = 'RUNNING' and claimed_by = ?",
        now,
        worker);
  }

  /** The tools are there now: what failed without them is due again. */
  void toolsCame(Instant now) {
    sql.update(
        """
        update rendition_job set state = 'WAITING', next_at = ?, attempts = 0, reason = ''
        where state = 'FAILED' and reason = 'rendition.tools'
        """,
        now);
  }
}
