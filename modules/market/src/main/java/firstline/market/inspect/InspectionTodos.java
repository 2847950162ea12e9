package firstline.market.inspect;

import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.INSPECT;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What of inspections waits for an officer. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class InspectionTodos implements TodoContribution {
  private static final String LIST = "/console/market/inspections?state=";

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Override
  public List<Todo> todos() {
    var todos = new ArrayList<Todo>();
    desk.signedIn()
        .ifPresent(
            me -> {
              if (me.holds(HEAD)) {
                add(todos, "inspection.assign", count(me, InspectionState.PLANNED), "PLANNED");
                add(todos, "inspection.confirm", count(me, InspectionState.SUBMITTED), "SUBMITTED");
              }
              if (me.holds(INSPECT)) {
                add(todos, "inspection.visit", mine(me), "ASSIGNED&mine=1");
                add(todos, "inspection.recheck", due(me), "CORRECTION_ORDERED&mine=1");
              }
            });
    return todos;
  }

  private static void add(List<Todo> todos, String key, long waiting, String query) {
    if (waiting > 0) {
      todos.add(new Todo(key, waiting, LIST + query, false));
    }
  }

  private long count(OfficerOnDuty me, InspectionState state) {
    return sql.one(
        """
        select count(*) from inspection i join area a on a.code = i.area_code
        where i.state = ? and a.path like any (?)
        """,
        row -> row.number(1),
        state.name(),
        me.scope(HEAD).patterns());
  }

  private long mine(OfficerOnDuty me) {
    return sql.one(
        """
        select count(*) from inspection i join inspection_officer o on o.inspection_id = i.id
        where i.state = 'ASSIGNED' and o.officer_id = ?
        """,
        row -> row.number(1),
        me.id());
  }

  private long due(OfficerOnDuty me) {
    return sql.one(
        """
        select count(*) from inspection i join inspection_officer o on o.inspection_id = i.id
        where i.state = 'CORRECTION_ORDERED' and i.due_on <= ? and o.officer_id = ?
        """,
        row -> row.number(1),
        LocalDate.ofInstant(clock.instant(), Clocks.ZONE),
        me.id());
  }
}
