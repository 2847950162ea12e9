package firstline.market.casefile;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.INTAKE;
import static firstline.market.MarketRights.LEGAL;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What of cases waits for an officer: filings, reviews, payments that lapse. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class CaseTodos implements TodoContribution {
  private static final String LIST = "/console/market/cases?state=";

  private static final String LEADS = "/console/market/complaints?kind=TIPOFF&state=FILED";

  @Inject private Sql sql;
  @Inject private Desk desk;

  @Override
  public List<Todo> todos() {
    var todos = new ArrayList<Todo>();
    desk.signedIn()
        .ifPresent(
            me -> {
              if (me.holds(INTAKE)) {
                var leads = leads(me);
                if (leads > 0) {
                  todos.add(new Todo("case.lead", leads, LEADS, false));
                }
              }
              if (me.holds(HEAD)) {
                add(todos, "case.approve", count(me, HEAD, CaseState.FILED), CaseState.FILED, "");
              }
              if (me.holds(LEGAL)) {
                var state = CaseState.IN_REVIEW;
                add(todos, "case.review", count(me, LEGAL, state), state, "");
              }
              if (me.holds(CASE)) {
                var state = CaseState.DECIDED;
                add(todos, "case.serve", mine(me, state), state, "&mine=1");
              }
            });
    return todos;
  }

  private static void add(
      List<Todo> todos, String key, long waiting, CaseState state, String more) {
    if (waiting > 0) {
      todos.add(new Todo(key, waiting, LIST + state + more, false));
    }
  }

  private long count(OfficerOnDuty me, String right, CaseState state) {
    return sql.one(
        """
        select count(*) from market_case c join area a on a.code = c.area_code
        where c.state = ? and a.path like any (?)
        """,
        row -> row.number(1),
        state.name(),
        me.scope(right).patterns());
  }

  /** Leads that are to be filed, and are not yet. */
  private long leads(OfficerOnDuty me) {
    return sql.one(
        """
        select count(*) from complaint c join area a on a.code = c.area_code
        where c.kind = 'TIPOFF' and c.state = 'FILED' and a.path like any (?)
          and not exists (select 1 from market_case m where m.source = c.number)
        """,
        row -> row.number(1),
        me.scope(INTAKE).patterns());
  }

  private long mine(OfficerOnDuty me, CaseState state) {
    return sql.one(
        """
        select count(*) from market_case c join case_officer o on o.case_id = c.id
        where c.state = ? and o.officer_id = ?
        """,
        row -> row.number(1),
        state.name(),
        me.id());
  }
}
