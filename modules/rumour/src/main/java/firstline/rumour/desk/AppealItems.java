package firstline.rumour.desk;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import firstline.persistence.todo.TodoItem;
import firstline.persistence.todo.TodoItemContribution;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Appeals that wait for an officer, row by row, without the party. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class AppealItems implements TodoItemContribution {
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected AppealItems() {}

  /** For tests without a server. */
  AppealItems(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** One statement over what is open; the day is that of the next step. */
  @Override
  @Requirement("R102.1")
  public List<TodoItem> items() {
    var officer = desk.signedIn().filter(one -> one.holds(RumourRights.APPEAL));
    if (officer.isEmpty()) {
      return List.of();
    }
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    return sql.list(
        """
        select case when p.answer_by < ? or (p.acknowledged_at is null and p.acknowledge_by < ?)
            then array['rumour.appeals-late', 'rumour.appeals'] else array['rumour.appeals'] end,
          p.id::text, p.number || ' ' || r.number, 'rumour.appeal.state.' || p.state,
          ((case when p.acknowledged_at is null then p.acknowledge_by else p.answer_by end + 1)
            at time zone 'Asia/Shanghai'),
          '/console/rumour/appeal?id=' || p.id, p.answer_by < ?, true
        from appeal p join area a on a.code = p.area_code join rebuttal r on r.id = p.rebuttal_id
        where p.answered_at is null and a.path like any (?)
        order by p.answer_by, p.id limit ?
        """,
        TodoItem::of,
        today,
        today,
        today,
        officer.get().scope(RumourRights.APPEAL).patterns(),
        TodoItem.MOST);
  }
}
