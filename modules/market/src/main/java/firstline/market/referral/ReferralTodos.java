package firstline.market.referral;

import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.POLICE;

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

/** Referrals that wait for the head or for the police. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class ReferralTodos implements TodoContribution {
  private static final String LIST = "/console/market/referrals?state=";

  @Inject private Sql sql;
  @Inject private Desk desk;

  @Override
  public List<Todo> todos() {
    var todos = new ArrayList<Todo>();
    desk.signedIn()
        .ifPresent(
            me -> {
              if (me.holds(HEAD)) {
                add(todos, "referral.decide", me, HEAD, ReferralState.PROPOSED);
              }
              if (me.holds(POLICE)) {
                add(todos, "referral.review", me, POLICE, ReferralState.SENT);
                add(todos, "referral.again", me, POLICE, ReferralState.OBJECTED);
              }
            });
    return todos;
  }

  private void add(
      List<Todo> todos, String key, OfficerOnDuty me, String right, ReferralState state) {
    var waiting =
        sql.one(
            """
            select count(*) from referral r join market_case c on c.id = r.case_id
              join area a on a.code = c.area_code
            where r.state = ? and a.path like any (?)
            """,
            row -> row.number(1),
            state.name(),
            me.scope(right).patterns());
    if (waiting > 0) {
      todos.add(new Todo(key, waiting, LIST + state, true));
    }
  }
}
