package firstline.rumour.rumour;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The claims that report a rumour, all at a time: there may be thousands. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class RumourClaims {
  private static final Duration WEEK = Duration.ofDays(7);

  @Inject private Sql sql;

  /** Everybody who reported it has an answer now. */
  @Requirement("R9.9")
  public void answered(UUID rumour, Instant now) {
    sql.update(
        """
        insert into claim_step (id, claim_id, verb, at, officer_name, department_name)
        select gen_random_uuid(), id, 'ANSWERED', ?, '', '' from claim
        where rumour_id = ? and state in ('JOINED', 'ACCEPTED')
        """,
        now,
        rumour);
    sql.update(
        """
        update claim set state = 'ANSWERED', answered_at = coalesce(answered_at, ?),
          version = version + 1
        where rumour_id = ? and state in ('JOINED', 'ACCEPTED')
        """,
        now,
        rumour);
  }

  /** Claims of one are those of the other from now on. */
  void move(UUID from, UUID to) {
    sql.update(
        "update claim set rumour_id = ?, version = version + 1 where rumour_id = ?", to, from);
  }

  /** How many were received within a week, after it was answered. */
  public int sinceTheAnswer(Rumour rumour, Instant now) {
    var answered = rumour.firstPublicAt();
    var week = now.minus(WEEK);
    return sql.one(
        "select count(*) from claim where rumour_id = ? and received_at > ?",
        row -> row.integer(1),
        rumour.id(),
        answered == null || answered.isBefore(week) ? week : answered);
  }
}
