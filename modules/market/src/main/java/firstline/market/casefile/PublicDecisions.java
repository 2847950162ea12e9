package firstline.market.casefile;

import firstline.market.money.Fen;
import firstline.persistence.database.Sql;
import firstline.persistence.publication.NoticeContribution;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Decisions in summary, as the public sees them: number, party, violation, penalty, authority and
 * day (公示规定 art. 4). Of a natural person only the family name (art. 6); who reported it, never.
 */
@ApplicationScoped
@Allows(right = Rights.EVERYONE, reads = true)
public class PublicDecisions implements NoticeContribution {
  private static final int MOST = 40;

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected PublicDecisions() {}

  /** For tests without a server. */
  PublicDecisions(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Requirement("R84.8")
  public List<Notice> notices() {
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    return sql.list(
        """
        select c.decision_number, case when p.person then left(p.name, 1) || '某' else p.name end,
          case when p.person then '' else coalesce(p.credit_code, '') end, c.matter, c.fine,
          c.confiscated, c.warning, c.basis, c.department_name, c.decided_on, b.until
        from case_publication b join market_case c on c.id = b.case_id
          join operator p on p.id = c.operator_id
        where b.withdrawn_on is null and b.published_on <= ? and b.until >= ?
        order by b.published_on desc, c.id limit ?
        """,
        row ->
            new Notice(
                row.text(1),
                row.text(2),
                row.text(3),
                "case.matter." + row.text(4),
                row.flag(7),
                row.number(5) == 0 ? "" : Fen.write(row.number(5)),
                row.number(6) == 0 ? "" : Fen.write(row.number(6)),
                row.text(8),
                row.text(9),
                row.date(10),
                row.date(11)),
        today,
        today,
        MOST);
  }
}
