package firstline.rumour.desk;

import firstline.persistence.database.Sql;
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

/** What waits on the channels for whoever publishes. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class ReleaseTodos implements TodoContribution {
  private static final String LIST = "/console/rumour/corrections";

  private record Counts(long corrections, long failed, long handOver, long receipts) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  /** One statement; what is done lies in no index that it reads. */
  @Override
  public List<Todo> todos() {
    var officer = desk.signedIn().filter(one -> one.holds(RumourRights.PUBLISH));
    if (officer.isEmpty()) {
      return List.of();
    }
    var counts =
        sql.one(
            """
            select count(*) filter (where o.state = 'CORRECTION_DUE'),
              count(*) filter (where o.state = 'FAILED'),
              count(*) filter (where o.state = 'QUEUED'),
              count(*) filter (where o.state = 'SENT')
            from release o join area a on a.code = o.area_code
            where o.state in ('QUEUED', 'SENT', 'FAILED', 'CORRECTION_DUE')
              and a.path like any (?)
              and (o.state = 'CORRECTION_DUE' or (o.state = 'FAILED' and o.next_at is null)
                or (o.state <> 'FAILED' and o.channel not in ('WEB', 'FEED', 'CLAIM_REVIEW')
                  and o.due_at <= now()
                  and exists (select 1 from release w where w.rebuttal_id = o.rebuttal_id
                    and w.ordinal = o.ordinal and w.channel = 'WEB' and w.sent_at is not null)))
            """,
            row -> new Counts(row.number(1), row.number(2), row.number(3), row.number(4)),
            (Object) officer.get().scope(RumourRights.PUBLISH).patterns());
    var todos = new ArrayList<Todo>();
    add(todos, "rumour.corrections", counts.corrections(), "", true);
    add(todos, "rumour.failed", counts.failed(), "?state=FAILED", true);
    add(todos, "rumour.hand-over", counts.handOver(), "?state=QUEUED", true);
    add(todos, "rumour.receipts", counts.receipts(), "?state=SENT", false);
    return todos;
  }

  private static void add(List<Todo> todos, String key, long count, String list, boolean urgent) {
    if (count > 0) {
      todos.add(new Todo(key, count, LIST + list, urgent));
    }
  }
}
