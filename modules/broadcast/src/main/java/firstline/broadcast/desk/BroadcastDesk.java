package firstline.broadcast.desk;

import firstline.broadcast.BroadcastRights;
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
import java.util.List;

/** The department's lines of the rail, rights and to-dos. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class BroadcastDesk implements NavigationContribution, RightContribution, TodoContribution {
  private static final String CONSOLE = "/console/broadcast/";

  @Inject private Sql sql;
  @Inject private Desk desk;

  @Override
  public List<NavigationEntry> entries() {
    return List.of(
        new NavigationEntry(
            "emergency", CONSOLE + "emergency", "rumour", BroadcastRights.EMERGENCY, 290),
        new NavigationEntry(
            "schedules", CONSOLE + "schedules", "calendar", BroadcastRights.READ, 300),
        new NavigationEntry("week", CONSOLE + "week", "board", BroadcastRights.READ, 302),
        new NavigationEntry("scripts", CONSOLE + "scripts", "answer", BroadcastRights.READ, 305),
        new NavigationEntry("proof", CONSOLE + "proof", "list", BroadcastRights.READ, 310),
        new NavigationEntry("speakers", CONSOLE + "speakers", "pulse", BroadcastRights.READ, 320));
  }

  @Override
  public List<String> rights() {
    return List.of(
        BroadcastRights.READ,
        BroadcastRights.FLEET,
        BroadcastRights.DRAFT,
        BroadcastRights.REVIEW,
        BroadcastRights.EMERGENCY);
  }

  @Override
  public List<Todo> todos() {
    var officer = desk.signedIn().filter(one -> one.holds(BroadcastRights.REVIEW));
    if (officer.isEmpty()) {
      return List.of();
    }
    var me = officer.get();
    var waiting =
        sql.one(
            """
            select count(*) from schedule s join area a on a.code = s.area_code
            where (s.state = 'REVIEW' or (s.kind = 'EMERGENCY' and s.state = 'APPROVED'
              and s.reviewers = '')) and a.path like any (?) and s.writers not like ?
            """,
            row -> row.number(1),
            me.scope(BroadcastRights.REVIEW).patterns(),
            "%" + me.id() + "%");
    return waiting == 0
        ? List.of()
        : List.of(new Todo("broadcast.review", waiting, CONSOLE + "schedules?state=REVIEW", false));
  }
}
