package firstline.broadcast.desk;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.alert.AlertList;
import firstline.broadcast.call.CallQueries;
import firstline.broadcast.emergency.EmergencyQueries;
import firstline.broadcast.standing.RuleQueries;
import firstline.persistence.banner.Banner;
import firstline.persistence.banner.BannerContribution;
import firstline.persistence.database.Sql;
import firstline.persistence.indicator.IndicatorContribution;
import firstline.persistence.navigation.NavigationContribution;
import firstline.persistence.navigation.NavigationEntry;
import firstline.persistence.requirement.Requirement;
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

/** The department's lines of the rail, rights and to-dos. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class BroadcastDesk
    implements NavigationContribution,
        IndicatorContribution,
        RightContribution,
        TodoContribution,
        BannerContribution {
  private static final String CONSOLE = "/console/broadcast/";

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private AlertList alertList;
  @Inject private CallQueries callQueries;
  @Inject private EmergencyQueries emergencyQueries;
  @Inject private RuleQueries ruleQueries;

  @Override
  public List<NavigationEntry> entries() {
    return List.of(
        new NavigationEntry(
            "emergency", CONSOLE + "emergency", "rumour", BroadcastRights.EMERGENCY, 290),
        new NavigationEntry("live", CONSOLE + "live", "sound", BroadcastRights.EMERGENCY, 291),
        new NavigationEntry("calls", CONSOLE + "calls", "people", BroadcastRights.READ, 292),
        new NavigationEntry("alerts", CONSOLE + "alerts", "bell", BroadcastRights.READ, 295),
        new NavigationEntry("standing", CONSOLE + "standing", "list", BroadcastRights.READ, 296),
        new NavigationEntry(
            "schedules", CONSOLE + "schedules", "calendar", BroadcastRights.READ, 300),
        new NavigationEntry("week", CONSOLE + "week", "board", BroadcastRights.READ, 302),
        new NavigationEntry("scripts", CONSOLE + "scripts", "answer", BroadcastRights.READ, 305),
        new NavigationEntry("quiet", CONSOLE + "quiet", "bell", BroadcastRights.READ, 307),
        new NavigationEntry("media", CONSOLE + "media", "sound", BroadcastRights.READ, 306),
        new NavigationEntry("proof", CONSOLE + "proof", "list", BroadcastRights.READ, 310),
        new NavigationEntry("coverage", CONSOLE + "coverage", "figures", BroadcastRights.READ, 312),
        new NavigationEntry("fleet", CONSOLE + "fleet", "tree", BroadcastRights.READ, 315),
        new NavigationEntry("speakers", CONSOLE + "speakers", "pulse", BroadcastRights.READ, 320));
  }

  @Override
  public List<NavigationEntry> actions() {
    return List.of(
        new NavigationEntry(
            "broadcast.schedule.new",
            CONSOLE + "schedule-form",
            "calendar",
            BroadcastRights.DRAFT,
            300),
        new NavigationEntry(
            "broadcast.speaker.new",
            CONSOLE + "speaker-form",
            "pulse",
            BroadcastRights.FLEET,
            301));
  }

  @Override
  public List<String> personal() {
    return List.of(BroadcastRights.REVIEW);
  }

  @Override
  public List<String> rights() {
    return List.of(
        BroadcastRights.READ,
        BroadcastRights.FLEET,
        BroadcastRights.DRAFT,
        BroadcastRights.REVIEW,
        BroadcastRights.EMERGENCY,
        BroadcastRights.CALL,
        BroadcastRights.QUIET);
  }

  @Override
  public List<Todo> todos() {
    var todos = new ArrayList<>(reviews());
    var alerts = desk.may(BroadcastRights.EMERGENCY) ? alertList.waiting() : 0;
    if (alerts > 0) {
      todos.add(new Todo("broadcast.alerts", alerts, CONSOLE + "alerts?state=DRAFT", true));
    }
    var rules = desk.may(BroadcastRights.EMERGENCY) ? ruleQueries.waiting() : 0;
    if (rules > 0) {
      todos.add(new Todo("broadcast.standing", rules, CONSOLE + "standing", false));
    }
    var calls = desk.may(BroadcastRights.CALL) ? callQueries.open() : 0;
    if (calls > 0) {
      todos.add(new Todo("broadcast.calls", calls, CONSOLE + "calls", true));
    }
    var damaged = damaged();
    if (damaged > 0) {
      todos.add(new Todo("broadcast.damaged", damaged, CONSOLE + "schedules?damaged=true", true));
    }
    return todos;
  }

  /** Approved schedules that no programme carries, since they cannot be read. */
  @Requirement("R56.2")
  private long damaged() {
    return desk.signedIn()
        .filter(one -> one.holds(BroadcastRights.READ))
        .map(
            me ->
                sql.<Long>one(
                    """
                    select count(*) from schedule_fault f join schedule s on s.id = f.schedule_id
                      join area a on a.code = s.area_code
                    where s.state = 'APPROVED' and a.path like any (?)
                    """,
                    row -> row.number(1),
                    (Object) me.scope(BroadcastRights.READ).patterns()))
        .orElse(0L);
  }

  @Override
  public List<Banner> banners() {
    if (!desk.may(BroadcastRights.READ)) {
      return List.of();
    }
    var gravest = emergencyQueries.gravest();
    return gravest == 0
        ? List.of()
        : List.of(new Banner("broadcast.emergency", gravest, CONSOLE + "emergency"));
  }

  private List<Todo> reviews() {
    var officer = desk.signedIn().filter(one -> one.holds(BroadcastRights.REVIEW));
    if (officer.isEmpty()) {
      return List.of();
    }
    var me = officer.get();
    var waiting =
        sql.one(
            """
            select count(*) from schedule s join area a on a.code = s.area_code
            where (s.state = 'REVIEW' or (s.kind in ('EMERGENCY', 'LIVE') and s.state = 'APPROVED'
              and s.reviewers = '')) and a.path like any (?) and s.writers not like ?
            """,
            row -> row.number(1),
            me.scope(BroadcastRights.REVIEW).patterns(),
            "%" + me.id() + "%");
    return waiting == 0
        ? List.of()
        : List.of(new Todo("broadcast.review", waiting, CONSOLE + "schedules?state=REVIEW", false));
  }

  @Override
  public List<Indicator> indicators() {
    return List.of(
        new Indicator("broadcast.plays", "/console/broadcast/coverage"),
        new Indicator("broadcast.plays.rebuttal", "/console/broadcast/coverage"),
        new Indicator("broadcast.speakers", "/console/broadcast/speakers", true));
  }
}
