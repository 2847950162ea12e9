package firstline.console.bulletin;

import firstline.persistence.database.Sql;
import firstline.persistence.navigation.NavigationContribution;
import firstline.persistence.navigation.NavigationEntry;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.RightContribution;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The bulletin's line of the rail, its rights and what waits. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class BulletinDesk implements NavigationContribution, RightContribution, TodoContribution {
  private static final String LIST = "/console/bulletins";

  @Inject private Sql sql;
  @Inject private Desk desk;

  @Override
  public List<NavigationEntry> entries() {
    return List.of(new NavigationEntry("bulletins", LIST, "book", BulletinRights.READ, 20));
  }

  @Override
  public List<NavigationEntry> actions() {
    return List.of(
        new NavigationEntry(
            "bulletin.new", "/console/bulletin-form", "book", BulletinRights.WRITE, 500));
  }

  @Override
  public List<String> personal() {
    return List.of(BulletinRights.REVIEW, BulletinRights.SIGN);
  }

  @Override
  public List<String> rights() {
    return List.of(
        BulletinRights.READ, BulletinRights.WRITE, BulletinRights.REVIEW, BulletinRights.SIGN);
  }

  @Override
  public List<Todo> todos() {
    var todos = new ArrayList<Todo>();
    add(todos, BulletinRights.REVIEW, BulletinState.IN_REVIEW);
    add(todos, BulletinRights.SIGN, BulletinState.APPROVED);
    return todos;
  }

  private void add(List<Todo> todos, String right, BulletinState state) {
    if (!desk.may(right)) {
      return;
    }
    var count =
        sql.one(
            """
            select count(*) from bulletin b join area a on a.code = b.area_code
            where b.state = ? and a.path like any (?) and not ? = any (b.writers)
            """,
            row -> row.number(1),
            state.name(),
            desk.officer().scope(right).patterns(),
            desk.officer().id());
    todos.add(new Todo("bulletin." + state, count, LIST + "?state=" + state, false));
  }
}
