package firstline.market.measure;

import static firstline.market.MarketRights.HEAD;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Measures that wait for the head; those taken at once have a day. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class MeasureTodos implements TodoContribution {
  private static final String LIST = "/console/market/measures?state=";

  @Inject private Sql sql;
  @Inject private Desk desk;

  @Override
  public List<Todo> todos() {
    return desk.signedIn().filter(me -> me.holds(HEAD)).stream()
        .flatMap(
            me ->
                sql
                    .list(
                        """
                        select m.state, count(*) from measure m
                          join market_case c on c.id = m.case_id join area a on a.code = c.area_code
                        where m.state in ('PROPOSED', 'URGENT') and a.path like any (?)
                        group by m.state order by m.state desc
                        """,
                        row -> todo(MeasureState.valueOf(row.text(1)), row.number(2)),
                        (Object) me.scope(HEAD).patterns())
                    .stream())
        .toList();
  }

  private static Todo todo(MeasureState state, long waiting) {
    var urgent = state == MeasureState.URGENT;
    return new Todo(urgent ? "measure.urgent" : "measure.approve", waiting, LIST + state, urgent);
  }
}
