package firstline.rumour.appeal;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.openwork.OpenWorkContribution;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Appeals that an officer reviews.
 *
 * <p>Of the rest of the department nothing belongs to a person: reports are their area's, an answer
 * is written and reviewed by whoever holds the right and has no other hand in it.
 */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class OpenAppeals implements OpenWorkContribution {
  @Inject private Sql sql;
  @Inject private Appeals appeals;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected OpenAppeals() {}

  /** For tests without a server. */
  public OpenAppeals(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.appeals = new Appeals(sql, clock);
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "appeal";
  }

  @Override
  @Requirement("R122.1")
  public List<Item> open(UUID officer) {
    return sql.list(
        """
        select p.id, p.number, p.party, a.path from appeal p join area a on a.code = p.area_code
        where p.reviewer_id = ? and p.answered_at is null order by p.answer_by, p.id
        """,
        row ->
            new Item(
                kind(),
                row.id(1),
                row.text(2),
                row.text(3),
                "/console/rumour/appeal?id=" + row.id(1),
                RumourRights.APPEAL,
                row.text(4)),
        officer);
  }

  /** Nobody reviews an appeal against an answer that they had a hand in. */
  @Override
  @Requirement("R122.1")
  public boolean has(Item item, UUID successor) {
    var rebuttal =
        sql.one("select rebuttal_id from appeal where id = ?", row -> row.id(1), item.id());
    return appeals.involved(rebuttal).contains(successor);
  }

  @Override
  @Requirement("R122.1")
  public void pass(Item item, UUID from, Successor to, String note) {
    var passed =
        sql.update(
            """
            update appeal set reviewer_id = ?, reviewer_name = ?, version = version + 1
            where id = ? and reviewer_id = ? and answered_at is null
            """,
            to.id(),
            to.name(),
            item.id(),
            from);
    if (passed == 0) {
      throw new Conflict();
    }
    var officer = desk.officer();
    sql.update(
        """
        insert into appeal_step (id, appeal_id, verb, at, officer_id, officer_name,
          department_name, reason) values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        item.id(),
        AppealStep.Verb.PASSED_ON.name(),
        clock.instant(),
        officer.id(),
        desk.nameInHistory(),
        officer.departmentName(),
        note);
  }
}
