package firstline.rumour.rumour;

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
import org.jspecify.annotations.Nullable;

/** Rumours that an officer verifies. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class OpenRumours implements OpenWorkContribution {
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected OpenRumours() {}

  /** For tests without a server. */
  public OpenRumours(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "rumour";
  }

  @Override
  public List<Item> open(UUID officer) {
    return sql.list(
        """
        select m.id, m.number, m.title, a.path from rumour m join area a on a.code = m.area_code
        where m.owner_id = ? and m.state not in ('REBUTTED', 'ARCHIVED', 'MERGED', 'CLOSED_SILENT')
        order by m.changed_at, m.id
        """,
        row ->
            new Item(
                "rumour",
                row.id(1),
                row.text(2),
                row.text(3),
                "/console/rumour/rumour?id=" + row.id(1),
                RumourRights.VERIFY,
                row.text(4)),
        officer);
  }

  @Override
  @Requirement("R114.2")
  public void pass(Item item, UUID from, Successor to, String note) {
    var now = clock.instant();
    var state =
        sql.first(
                """
                update rumour set owner_id = ?, owner_name = ?, department_id = ?,
                  department_name = ?, changed_at = ?, version = version + 1
                where id = ? and owner_id = ? returning state
                """,
                row -> row.text(1),
                to.id(),
                to.name(),
                to.departmentId(),
                to.departmentName(),
                now,
                item.id(),
                from)
            .orElseThrow(Conflict::new);
    var officer = desk.officer();
    Rumours.write(
        sql,
        List.<@Nullable Object[]>of(
            new @Nullable Object[] {
              Ids.next(),
              item.id(),
              RumourStep.Verb.PASSED_ON.name(),
              state,
              now,
              officer.id(),
              desk.nameInHistory(),
              officer.departmentName(),
              note
            }));
  }
}
