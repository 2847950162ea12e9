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

/** What waits for a publisher on the way to the channels. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class ReleaseTodos implements TodoContribution {
  private static final String LIST = "/console/rumour/corrections?state=";

  private record Counts(long due, long failed, long queued, long sent) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected ReleaseTodos() {}

  ReleaseTodos(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** One statement; it counts what the list of the same state shows. */
  @Override
  @Requirement("R3.13")
  public List<Todo> todos() {
    var officer = desk.signedIn().filter(one -> one.holds(RumourRights.PUBLISH));
    if (officer.isEmpty()) {
      return List.of();
    }
    var counts =
        sql.one(
            """
            select count(*) filter (where o.state = 'CORRECTION_DUE'),
              count(*) filter (where o.state = 'FAILED' and o.next_at is null),
              count(*) filter (where o.state = 'QUEUED' and by_hand),
              count(*) filter (where o.state = 'SENT' and by_hand)
            from release o join area a on a.code = o.area_code
            cross join lateral (select o.channel not in ('WEB', 'FEED', 'CLAIM_REVIEW')
              and o.due_at <= now() and exists (select 1 from release w
                where w.rebuttal_id = o.rebuttal_id and w.ordinal = o.ordinal
                  and w.channel = 'WEB' and w.sent_at is not null) as by_hand) is_
            where o.state in ('QUEUED', 'SENT', 'FAILED', 'CORRECTION_DUE')
              and a.path like any (?)
            """,
            row -> new Counts(row.number(1), row.number(2), row.number(3), row.number(4)),
            (Object) officer.get().scope(RumourRights.PUBLISH).patterns());
    var todos = new ArrayList<Todo>();
    add(todos, "rumour.corrections", counts.due(), "CORRECTION_DUE", true);
    add(todos, "rumour.failed", counts.failed(), "FAILED", true);
    add(todos, "rumour.hand-over", counts.queued(), "QUEUED", true);
    add(todos, "rumour.receipts", counts.sent(), "SENT", false);
    return todos;
  }

  private static void add(List<Todo> todos, String key, long count, String state, boolean urgent) {
    if (count > 0) {
      todos.add(new Todo(key, count, LIST + state, urgent));
    }
  }
}
