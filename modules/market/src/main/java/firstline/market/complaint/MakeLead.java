package firstline.market.complaint;

import firstline.market.clock.Moment;
import firstline.market.term.Begin;
import firstline.market.term.Terms;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** The door through which a price alert becomes a lead that nobody sent; part of a use case. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class MakeLead {
  /**
   * What was found.
   *
   * @param area 12 digits
   */
  public record Found(UUID alert, String area, String operator, String goods, String facts) {}

  @Inject private Sql sql;
  @Inject private Terms terms;
  @Inject private Numbering numbering;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected MakeLead() {}

  /** For tests without a server. */
  public MakeLead(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.terms = new Terms(sql, desk, clock);
    this.numbering = new Numbering(sql, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /** Makes it, with the clock of every lead; its number. */
  @Requirement("R92.2")
  public String make(Found found) {
    var officer = desk.officer();
    var id = Ids.next();
    var number = numbering.next("market-TIPOFF", Kind.TIPOFF.prefix(), 4, 1).get(0);
    sql.update(
        """
        insert into complaint (id, kind, number, area_code, department_id, department_name, channel,
          operator, place, goods, facts, named, state, received_at)
        values (?, 'TIPOFF', ?, ?, ?, ?, 'PRICE_ALERT', ?, '', ?, ?, false, 'RECEIVED', ?)
        """,
        id,
        number,
        found.area(),
        officer.departmentId(),
        officer.departmentName(),
        found.operator(),
        found.goods(),
        found.facts(),
        clock.instant());
    sql.update("insert into lead_origin (lead_id, alert_id) values (?, ?)", id, found.alert());
    sql.update(
        """
        insert into complaint_step (complaint_id, action, state, officer_name, department_name, at)
        values (?, 'TAKE_IN', 'RECEIVED', ?, ?, ?)
        """,
        id,
        officer.name(),
        officer.departmentName(),
        clock.instant());
    terms.begin(
        new Begin(
            Begin.Kind.LEAD,
            id,
            number,
            "",
            officer.departmentId(),
            officer.departmentName(),
            found.area(),
            "lead.verify",
            Moment.of(clock.instant())));
    return number;
  }
}
