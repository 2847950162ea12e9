package firstline.market.typical;

import firstline.persistence.database.Sql;
import firstline.persistence.publication.TypicalCaseContribution;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Typical cases as the public sees them: as long as their decisions are shown. */
@ApplicationScoped
@Allows(right = Rights.EVERYONE, reads = true)
public class PublicCases implements TypicalCaseContribution {
  private static final int MOST = 20;

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected PublicCases() {}

  /** For tests without a server. */
  PublicCases(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Requirement("R94.7")
  public List<TypicalCase> typicalCases() {
    return sql.list(
        """
        select c.decision_number, t.title, t.body, c.matter, c.department_name,
          (t.published_at at time zone 'Asia/Shanghai')::date
        from typical_case t join case_publication b on b.case_id = t.case_id
          join market_case c on c.id = t.case_id
        where t.published_at is not null and t.ended_at is null and b.withdrawn_on is null
          and ? between b.published_on and b.until
        order by t.published_at desc, c.id limit ?
        """,
        row ->
            new TypicalCase(
                row.text(1),
                row.text(2),
                row.text(3),
                "case.matter." + row.text(4),
                row.text(5),
                row.date(6)),
        LocalDate.ofInstant(clock.instant(), Clocks.ZONE),
        MOST);
  }
}
