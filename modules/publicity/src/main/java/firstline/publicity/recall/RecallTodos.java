package firstline.publicity.recall;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Recalls that the officer has not answered, and material that is due for correction. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class RecallTodos implements TodoContribution {
  private static final String HERE = "/console/publicity/recalls";

  private record Waiting(long tasks, long due) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  /** True if the officer answers for the store and the rebuttals of their own area. */
  static boolean answersForArea(OfficerOnDuty officer) {
    return officer.holds(PublicityRights.STOCK) || officer.holds(PublicityRights.RECALL);
  }

  @Override
  @Requirement("R70.2")
  public List<Todo> todos() {
    var officer = desk.signedIn().filter(one -> one.holds(PublicityRights.READ));
    if (officer.isEmpty()) {
      return List.of();
    }
    var me = officer.get();
    var waiting =
        sql.one(
            """
            select (select count(*) from recall_task t where t.answered_at is null
                and (t.officer_id = ? or t.officer_id is null and t.area_code = ? and ?)),
              (select count(*) from correction_due d join material_version v on v.id = d.version_id
                join area a on a.code = v.area_code
                where v.state in ('APPROVED', 'PUBLISHED') and a.path like any (?))
            """,
            row -> new Waiting(row.number(1), row.number(2)),
            me.id(),
            me.areaCode(),
            answersForArea(me),
            me.scope(PublicityRights.DRAFT).patterns());
    var todos = new ArrayList<Todo>();
    if (waiting.tasks() > 0) {
      todos.add(new Todo("recall.answer", waiting.tasks(), HERE, true));
    }
    if (waiting.due() > 0) {
      todos.add(new Todo("recall.due", waiting.due(), HERE + "#due", true));
    }
    return todos;
  }
}
