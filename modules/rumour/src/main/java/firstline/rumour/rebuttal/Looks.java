package firstline.rumour.rebuttal;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What each reviewer has read of a rebuttal, by hash. The look before this one is the last look at
 * another text, so that reading a page twice does not hide what changed.
 */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Looks {
  /** What somebody read, and when. */
  public record Look(Content content, Instant at) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Looks() {}

  Looks(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** The officer at the desk has read the version as it is. */
  void keep(Rebuttal rebuttal, RebuttalVersion read) {
    keep(rebuttal.id(), read.ordinal(), read.contentHash(), read.content());
  }

  /** The officer at the desk has read this. */
  void keep(UUID rebuttal, int ordinal, String hash, Content content) {
    sql.update(
        """
        insert into version_look (rebuttal_id, officer_id, hash, ordinal, content, at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (rebuttal_id, officer_id, hash) do update set at = excluded.at
        """,
        rebuttal,
        desk.officer().id(),
        hash,
        ordinal,
        ContentColumn.write(content),
        clock.instant());
  }

  /** What the officer read last, if that was another text. */
  @Requirement("R2.16")
  Optional<Look> before(UUID rebuttal, UUID officer, String hash) {
    return sql.first(
        """
        select content, at from version_look
        where rebuttal_id = ? and officer_id = ? and hash <> ? order by at desc limit 1
        """,
        row -> new Look(ContentColumn.read(row.text(1)), row.instant(2)),
        rebuttal,
        officer,
        hash);
  }

  /** True if the officer has read exactly this. */
  boolean knows(UUID rebuttal, UUID officer, String hash) {
    return sql.first(
            "select 1 from version_look where rebuttal_id = ? and officer_id = ? and hash = ?",
            row -> row.integer(1),
            rebuttal,
            officer,
            hash)
        .isPresent();
  }
}
