package firstline.console.bulletin;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.TodoItem;
import firstline.persistence.todo.TodoItemContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Bulletins that wait for an officer, row by row. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class BulletinItems implements TodoItemContribution {
  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected BulletinItems() {}

  /** For tests without a server. */
  BulletinItems(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** One statement; the rows that {@link BulletinDesk} counts. */
  @Override
  @Requirement("R102.1")
  public List<TodoItem> items() {
    var officer = desk.signedIn();
    if (officer.isEmpty()) {
      return List.of();
    }
    var me = officer.get();
    return sql.list(
        """
        select array['bulletin.' || b.state], b.id::text, b.title, 'bulletin.state.' || b.state,
          null::timestamptz, '/console/bulletin?id=' || b.id, false, true
        from bulletin b join area a on a.code = b.area_code
        where (b.state = 'IN_REVIEW' and a.path like any (?)
          or b.state = 'APPROVED' and a.path like any (?)) and not ? = any (b.writers)
        order by b.submitted_at, b.id limit ?
        """,
        TodoItem::of,
        me.scope(BulletinRights.REVIEW).patterns(),
        me.scope(BulletinRights.SIGN).patterns(),
        me.id(),
        TodoItem.MOST);
  }
}
