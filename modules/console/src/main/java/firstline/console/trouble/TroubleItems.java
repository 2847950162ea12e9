package firstline.console.trouble;

import firstline.persistence.database.Sql;
import firstline.persistence.navigation.NavigationContribution;
import firstline.persistence.navigation.NavigationEntry;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import firstline.persistence.todo.TodoItem;
import firstline.persistence.todo.TodoItemContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Problems that wait: for an administrator's answer, or for their reporter to read it. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class TroubleItems
    implements NavigationContribution, TodoContribution, TodoItemContribution {
  private static final String LIST = "/console/troubles";

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected TroubleItems() {}

  /** For tests without a server. */
  TroubleItems(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  private static final String WAITING =
      """
      from (
        select t.*, 'trouble.open' as task from trouble t join area a on a.code = t.area_code
        where t.state = 'OPEN' and a.path like any (?)
        union all
        select t.*, 'trouble.answered' from trouble t
        where t.officer_id = ? and t.state <> 'OPEN'
          and coalesce((select s.step from trouble_step s where s.trouble_id = t.id
            order by s.at desc, s.id desc limit 1), 'SEEN') <> 'SEEN') t
      """;

  @Override
  public List<NavigationEntry> entries() {
    return List.of(new NavigationEntry("troubles", LIST, "inbox", Rights.ADMIN_SYSTEM, 965));
  }

  @Override
  public List<NavigationEntry> actions() {
    return List.of(
        new NavigationEntry("trouble.new", "/console/trouble-new", "inbox", Rights.SIGNED_IN, 990));
  }

  @Override
  @Requirement("R111.3")
  public List<Todo> todos() {
    if (desk.signedIn().isEmpty()) {
      return List.of();
    }
    var me = desk.officer();
    return sql.list(
        "select t.task, count(*) " + WAITING + " group by t.task order by t.task desc",
        row -> new Todo(row.text(1), row.number(2), LIST, false),
        me.scope(Rights.ADMIN_SYSTEM).patterns(),
        me.id());
  }

  @Override
  @Requirement({"R102.1", "R111.3"})
  public List<TodoItem> items() {
    if (desk.signedIn().isEmpty()) {
      return List.of();
    }
    var me = desk.officer();
    return sql.list(
        """
        select array[t.task], t.id || '.' || (select count(*) from trouble_step s
            where s.trouble_id = t.id), left(regexp_replace(t.said, '\\s+', ' ', 'g'), 60),
          'trouble.state.' || t.state, null::timestamptz, '/console/trouble?id=' || t.id, false, false
        """
            + WAITING
            + " order by t.reported_at, t.id limit ?",
        TodoItem::of,
        me.scope(Rights.ADMIN_SYSTEM).patterns(),
        me.id(),
        TodoItem.MOST);
  }
}
