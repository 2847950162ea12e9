package firstline.market.watch;

import static firstline.market.MarketRights.PRICE_ENTER;
import static firstline.market.MarketRights.PRICE_READ;

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
import java.time.LocalDate;
import java.util.List;

/** Watched goods that not every point has quoted today, for whoever enters prices. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class WatchItems implements TodoContribution, TodoItemContribution {
  private static final String KEY = "price-watch.quote";

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected WatchItems() {}

  /** For tests without a server. */
  WatchItems(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** The rows, counted: a county watches a few goods at a time. */
  @Override
  public List<Todo> todos() {
    var waiting = items().size();
    return waiting == 0
        ? List.of()
        : List.of(new Todo(KEY, waiting, "/console/market/price-watches?running=1", false));
  }

  @Override
  @Requirement("R119.2")
  public List<TodoItem> items() {
    var officer = desk.signedIn();
    if (officer.isEmpty()
        || !officer.get().holds(PRICE_ENTER)
        || !officer.get().holds(PRICE_READ)) {
      return List.of();
    }
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    return sql.list(
        """
        select array['price-watch.quote'], w.id || ' ' || ?::date, a.name || ' ' || g.name,
          'price-watch.state.RUNNING', (?::date + 1)::timestamp at time zone 'Asia/Shanghai',
          '/console/market/price-watches?running=1', false, false
        from price_watch w join area a on a.code = w.area_code
          join price_goods g on g.id = w.goods_id
        where w.ended_at is null and w.until >= ?::date and a.path like any (?)
          and (not exists (select 1 from price_quote q join price_point p on p.id = q.point_id
              join area pa on pa.code = p.area_code
              where q.goods_id = w.goods_id and q.quoted_on = ?::date
                and starts_with(pa.path, a.path))
            or exists (select 1 from price_point p join area pa on pa.code = p.area_code
              where starts_with(pa.path, a.path)
                and exists (select 1 from price_quote q where q.point_id = p.id
                  and q.goods_id = w.goods_id and q.quoted_on between ?::date - 90 and ?::date - 1)
                and not exists (select 1 from price_quote q where q.point_id = p.id
                  and q.goods_id = w.goods_id and q.quoted_on = ?::date)))
        order by w.raised_at desc, w.id limit ?
        """,
        TodoItem::of,
        today,
        today,
        today,
        officer.get().scope(PRICE_READ).patterns(),
        today,
        today,
        today,
        today,
        TodoItem.MOST);
  }
}
