package firstline.rumour.desk;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Appeals that wait for an officer. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class AppealTodos implements TodoContribution {
  private static final String LIST = "/console/rumour/appeals?state=";

  private record Counts(long open, long late) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected AppealTodos() {}

  AppealTodos(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** One statement over what is open. */
  @Override
  @Requirement("R3.33")
  public List<Todo> todos() {
    var officer = desk.signedIn().filter(one -> one.holds(RumourRights.APPEAL));
    if (officer.isEmpty()) {
      return List.of();
    }
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    var counts =
        sql.one(
            """
            select count(*), count(*) filter (where p.answer_by < ?
              or (p.acknowledged_at is null and p.acknowledge_by < ?))
            from appeal p join area a on a.code = p.area_code
            where p.answered_at is null and a.path like any (?)
            """,
            row -> new Counts(row.number(1), row.number(2)),
            today,
            today,
            officer.get().scope(RumourRights.APPEAL).patterns());
    var todos = new ArrayList<Todo>();
    if (counts.late() > 0) {
      todos.add(new Todo("rumour.appeals-late", counts.late(), LIST + "LATE", true));
    }
    if (counts.open() > 0) {
      todos.add(new Todo("rumour.appeals", counts.open(), LIST + "OPEN", false));
    }
    return todos;
  }
}
