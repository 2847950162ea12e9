package firstline.console.circular;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import firstline.persistence.todo.TodoItem;
import firstline.persistence.todo.TodoItemContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Notices that an officer has not read or acknowledged: counted, and row by row. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class CircularItems implements TodoContribution, TodoItemContribution {
  private static final String READ = "circular.read";
  private static final String ACKNOWLEDGE = "circular.acknowledge";

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected CircularItems() {}

  /** For tests without a server. */
  CircularItems(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  private static final String WAITING =
      """
      from circular_addressee d join circular c on c.id = d.circular_id
      where d.officer_id = ?
        and not exists (select 1 from circular_fact f where f.circular_id = c.id
          and f.officer_id = d.officer_id
          and f.fact = case when c.due_at is null then 'READ' else 'ACKNOWLEDGED' end)
        and not exists (select 1 from circular_step s
          where s.circular_id = c.id and s.step = 'WITHDRAWN')
      """;

  @Override
  @Requirement("R109.3")
  public List<Todo> todos() {
    if (desk.signedIn().isEmpty()) {
      return List.of();
    }
    return sql.one(
        "select count(*) filter (where c.due_at is null), count(c.due_at),"
            + " count(*) filter (where c.due_at <= ?) "
            + WAITING,
        row ->
            List.of(
                new Todo(READ, row.number(1), "/console/circulars?state=open", false),
                new Todo(
                    ACKNOWLEDGE,
                    row.number(2),
                    "/console/circulars?state=open",
                    row.number(3) > 0)),
        tomorrow(),
        desk.officer().id());
  }

  /** A reminder makes it another row: whoever put the row off sees it again. */
  @Override
  @Requirement({"R102.1", "R109.3", "R109.6"})
  public List<TodoItem> items() {
    if (desk.signedIn().isEmpty()) {
      return List.of();
    }
    return sql.list(
        """
        select array[case when c.due_at is null then 'circular.read' else 'circular.acknowledge' end],
          c.id::text || coalesce('.' || (select count(*) from circular_step s
            where s.circular_id = c.id and s.step = 'REMINDED'), ''), c.title,
          case when exists (select 1 from circular_step s where s.circular_id = c.id
            and s.step = 'REMINDED') then 'circular.todo.REMINDED'
            when c.due_at <= ? then 'circular.todo.LATE'
            when exists (select 1 from circular_fact f where f.circular_id = c.id
              and f.officer_id = d.officer_id) then 'circular.todo.TO_ACKNOWLEDGE'
            else 'circular.todo.UNREAD' end,
          c.due_at, '/console/circular?id=' || c.id, coalesce(c.due_at <= ?, false), false
        """
            + WAITING
            + " order by c.due_at nulls last, c.sent_at, c.id limit ?",
        TodoItem::of,
        clock.instant(),
        tomorrow(),
        desk.officer().id(),
        TodoItem.MOST);
  }

  private Instant tomorrow() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE)
        .plusDays(1)
        .atStartOfDay(Clocks.ZONE)
        .toInstant();
  }
}
