package firstline.publicity.recall;

import firstline.persistence.database.Sql;
import firstline.persistence.openwork.OpenWorkContribution;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Recalls that an officer alone answers: of what they downloaded.
 *
 * <p>Of the rest of the department nothing but files that wait belongs to a person: drafts, orders
 * and stores are their area's, and a link for files ends by anybody who drafts there.
 */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class OpenRecalls implements OpenWorkContribution {
  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected OpenRecalls() {}

  /** For tests without a server. */
  public OpenRecalls(Sql sql) {
    this.sql = sql;
  }

  @Override
  public String kind() {
    return "recall";
  }

  @Override
  @Requirement("R122.2")
  public List<Item> open(UUID officer) {
    return sql.list(
        """
        select t.id, m.number, m.title, t.recall_id, a.path from recall_task t
          join area a on a.code = t.area_code join material_recall r on r.id = t.recall_id
          join material m on m.id = r.material_id
        where t.officer_id = ? and t.answered_at is null order by t.told_at, t.id
        """,
        row ->
            new Item(
                kind(),
                row.id(1),
                row.text(2),
                row.text(3),
                "/console/publicity/recall?id=" + row.id(4),
                PublicityRights.READ,
                row.text(5)),
        officer);
  }

  /** Who downloaded it stays written there; who answers is another. */
  @Override
  @Requirement("R122.2")
  public void pass(Item item, UUID from, Successor to, String note) {
    var passed =
        sql.update(
            """
            update recall_task set officer_id = ?, passed_on = concat_ws(E'\\n',
              nullif(passed_on, ''), ?::text)
            where id = ? and officer_id = ? and answered_at is null
            """,
            to.id(),
            note,
            item.id(),
            from);
    if (passed == 0) {
      throw new Conflict();
    }
  }
}
