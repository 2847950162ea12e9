package firstline.rumour.desk;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What rumours wait for an officer. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class RumourTodos implements TodoContribution {
  private static final String LIST = "/console/rumour/rumours?state=";

  private record Counts(
      long open, long overdue, long idle, long confirm, long closing, long resurfaced) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  /** One statement; only rumours that somebody works on are counted. */
  @Override
  @Requirement({"R9.2", "R9.10"})
  public List<Todo> todos() {
    var officer = desk.signedIn().filter(one -> one.holds(RumourRights.READ));
    if (officer.isEmpty()) {
      return List.of();
    }
    var me = officer.get();
    var counts =
        sql.one(
            """
            select
              count(*) filter (where m.state in ('OPEN', 'HANDED_OVER') and verifies),
              count(*) filter (where late and verifies),
              count(*) filter (where m.escalated_at is not null and confirms),
              count(*) filter (where m.state = 'VERDICT_PROPOSED' and m.proposed_by <> ? and confirms),
              count(*) filter (where m.closing_by <> ? and confirms),
              count(*) filter (where m.state = 'RESURFACED' and verifies)
            from (
              select m.*, rumour_is_late(m) as late, a.path like any (?) as verifies, a.path like any (?) as confirms
              from rumour m join area a on a.code = m.area_code
              where m.state not in ('REBUTTED', 'ARCHIVED', 'MERGED', 'CLOSED_SILENT')) m
            """,
            row ->
                new Counts(
                    row.number(1),
                    row.number(2),
                    row.number(3),
                    row.number(4),
                    row.number(5),
                    row.number(6)),
            me.id(),
            me.id(),
            me.scope(RumourRights.VERIFY).patterns(),
            me.scope(RumourRights.CONFIRM).patterns());
    var todos = new ArrayList<Todo>();
    add(todos, "rumour.confirm", counts.confirm(), "VERDICT_PROPOSED", true);
    add(todos, "rumour.closing", counts.closing(), "CLOSING", true);
    add(todos, "rumour.overdue", counts.overdue(), "OVERDUE", true);
    add(todos, "rumour.resurfaced", counts.resurfaced(), "RESURFACED", true);
    add(todos, "rumour.idle", counts.idle(), "IDLE", true);
    add(todos, "rumour.open", counts.open(), "OPEN", false);
    return todos;
  }

  private static void add(List<Todo> todos, String key, long count, String state, boolean urgent) {
    if (count > 0) {
      todos.add(new Todo(key, count, LIST + state, urgent));
    }
  }
}
