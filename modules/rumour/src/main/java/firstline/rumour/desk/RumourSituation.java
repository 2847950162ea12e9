package firstline.rumour.desk;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.situation.SituationContribution;
import firstline.persistence.time.Clocks;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Rumours on the board of the duty room: what is late, and what was answered today. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class RumourSituation implements SituationContribution {
  private static final Duration DAY = Duration.ofDays(1);

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected RumourSituation() {}

  /** For tests without a server. */
  RumourSituation(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  @Requirement("R103.1")
  public List<Tile> tiles(String root) {
    if (!desk.may(RumourRights.READ)) {
      return List.of();
    }
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, Clocks.ZONE).atStartOfDay(Clocks.ZONE).toInstant();
    var patterns = desk.officer().scope(RumourRights.READ).within(root).patterns();
    return sql.one(
        """
        select
          (select count(*) filter (where rumour_is_late(m)) from rumour m
            join area a on a.code = m.area_code where a.path like any (?)
            and m.state not in ('REBUTTED', 'ARCHIVED', 'MERGED', 'CLOSED_SILENT')),
          (select count(*) from rumour m join area a on a.code = m.area_code
            where a.path like any (?)
            and m.state not in ('REBUTTED', 'ARCHIVED', 'MERGED', 'CLOSED_SILENT')),
          count(*) filter (where r.first_public_at >= ?),
          count(*) filter (where r.first_public_at < ?)
        from rebuttal r join area a on a.code = r.area_code
        where r.first_public_at >= ? and r.first_public_at <= ? and a.path like any (?)
        """,
        row ->
            List.of(
                new Tile(
                    "rumour.late",
                    10,
                    row.number(1),
                    Compared.OF,
                    row.number(2),
                    row.number(1) > 0,
                    "/console/rumour/rumours?state=OVERDUE"),
                new Tile(
                    "rumour.published",
                    20,
                    row.number(3),
                    Compared.YESTERDAY,
                    row.number(4),
                    false,
                    "/console/rumour/rebuttals?state=PUBLISHED")),
        patterns,
        patterns,
        today,
        now.minus(DAY),
        today.minus(DAY),
        now,
        patterns);
  }

  @Override
  @Requirement("R103.2")
  public List<Heat> heat(String root) {
    if (!desk.may(RumourRights.READ)) {
      return List.of();
    }
    return sql.list(
        """
        select m.area_code, count(*) from rumour m join area a on a.code = m.area_code
        where a.path like any (?) and rumour_is_late(m) group by m.area_code
        """,
        row -> new Heat("rumour.late", row.text(1), row.number(2)),
        (Object) desk.officer().scope(RumourRights.READ).within(root).patterns());
  }
}
