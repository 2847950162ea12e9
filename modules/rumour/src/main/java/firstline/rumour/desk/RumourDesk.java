package firstline.rumour.desk;

import firstline.persistence.database.Row;
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
import firstline.rumour.RumourRights;
import firstline.rumour.rebuttal.RebuttalQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The department's lines of the rail, rights, to-dos and figures. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class RumourDesk
    implements NavigationContribution, IndicatorContribution, RightContribution, TodoContribution {
  private static final String CONSOLE = "/console/rumour/";
  private static final int COUNTED = 1_000;

  private record Counts(
      long claims,
      long returned,
      long review,
      long approved,
      long due,
      long late,
      long objected,
      long again) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected RumourDesk() {}

  RumourDesk(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public List<NavigationEntry> entries() {
    return List.of(
        new NavigationEntry("claims", CONSOLE + "claims", "inbox", RumourRights.READ, 100),
        new NavigationEntry("rumours", CONSOLE + "rumours", "rumour", RumourRights.READ, 105),
        new NavigationEntry("rebuttals", CONSOLE + "rebuttals", "answer", RumourRights.READ, 110),
        new NavigationEntry(
            "rumour-corrections", CONSOLE + "corrections", "outbox", RumourRights.READ, 112),
        new NavigationEntry("appeals", CONSOLE + "appeals", "claim", RumourRights.APPEAL, 113),
        new NavigationEntry("rumour-board", CONSOLE + "board", "board", RumourRights.READ, 115),
        new NavigationEntry(
            "rumour-figures", CONSOLE + "figures", "figures", RumourRights.READ, 118),
        new NavigationEntry(
            "rumour-import", CONSOLE + "import", "import", RumourRights.IMPORT, 120));
  }

  @Override
  public List<NavigationEntry> actions() {
    return List.of(
        new NavigationEntry("rumour.claim.new", CONSOLE + "claim", "inbox", RumourRights.FILE, 100),
        new NavigationEntry(
            "rumour.claim.import", CONSOLE + "claim-import", "import", RumourRights.FILE, 101),
        new NavigationEntry(
            "rumour.appeal.new", CONSOLE + "appeal-new", "claim", RumourRights.APPEAL, 102));
  }

  @Override
  public List<String> personal() {
    return List.of(RumourRights.CONFIRM, RumourRights.REVIEW, RumourRights.APPEAL);
  }

  @Override
  public List<String> rights() {
    return List.of(
        RumourRights.READ,
        RumourRights.FILE,
        RumourRights.VERIFY,
        RumourRights.CONFIRM,
        RumourRights.DRAFT,
        RumourRights.REVIEW,
        RumourRights.PUBLISH,
        RumourRights.APPEAL,
        RumourRights.IMPORT);
  }

  /** One statement; a count stops at 1,000, since nobody works off more in a day. */
  @Override
  @Requirement({"R2.7", "R2.8", "R2.18"})
  public List<Todo> todos() {
    var officer = desk.signedIn().filter(one -> one.holds(RumourRights.READ));
    if (officer.isEmpty()) {
      return List.of();
    }
    var me = officer.get();
    var mine = "%" + me.id() + "%";
    var now = clock.instant();
    var counts =
        sql.one(
            """
            select
              (select count(*) from (select 1 from claim
                where state = 'RECEIVED' and area_code = any (array(
                  select code from area where path like any (?))) limit ?) c),
              count(*) filter (where v.state = 'RETURNED' and written),
              count(*) filter (where v.state in ('REVIEW_1', 'REVIEW_2', 'REVIEW_3') and reviews),
              count(*) filter (where v.state = 'APPROVED' and publishes and not exists (
                select 1 from release o where o.rebuttal_id = r.id and o.ordinal = v.ordinal
                  and o.channel = 'WEB' and o.state = 'QUEUED')),
              count(*) filter (where due and reviews and v.due_at >= ?),
              count(*) filter (where due and reviews and v.due_at < ?),
              count(*) filter (where v.state = 'PUBLISHED' and v.objected_at is not null
                and r.state = 'PUBLISHED' and (publishes or written)),
              count(*) filter (where v.state = 'PUBLISHED' and v.review_by <= ? and drafts)
            from (
              select id from rebuttal_version
              where state in ('REVIEW_1', 'REVIEW_2', 'REVIEW_3', 'RETURNED', 'APPROVED')
              union select id from rebuttal_version
              where state = 'PUBLISHED' and due_at is not null and completed_at is null
              union select id from rebuttal_version
              where state = 'PUBLISHED' and review_by is not null and review_by <= ?) waiting
            join rebuttal_version v on v.id = waiting.id
            join rebuttal r on r.id = v.rebuttal_id
            join area a on a.code = r.area_code
            cross join lateral (select
              v.writers like ? as written,
              v.writers not like ? and v.reviewers not like ? and a.path like any (?) as reviews,
              a.path like any (?) as publishes,
              a.path like any (?) as drafts,
              v.state in ('APPROVED', 'PUBLISHED') and v.due_at is not null
                and v.completed_at is null and v.objected_at is null as due) is_
            """,
            RumourDesk::counts,
            me.scope(RumourRights.FILE).patterns(),
            COUNTED,
            now,
            now,
            RebuttalQueries.soon(clock),
            RebuttalQueries.soon(clock),
            mine,
            mine,
            mine,
            me.scope(RumourRights.REVIEW).patterns(),
            me.scope(RumourRights.PUBLISH).patterns(),
            me.scope(RumourRights.DRAFT).patterns());
    var todos = new ArrayList<Todo>();
    add(todos, "rumour.third-late", counts.late(), "rebuttals?state=AFTERWARDS", true);
    add(todos, "rumour.third", counts.due(), "rebuttals?state=AFTERWARDS", true);
    add(todos, "rumour.objected", counts.objected(), "rebuttals?state=OBJECTED", true);
    add(todos, "rumour.review", counts.review(), "rebuttals?state=REVIEW", true);
    add(todos, "rumour.returned", counts.returned(), "rebuttals?state=RETURNED", true);
    add(todos, "rumour.publish", counts.approved(), "rebuttals?state=TO_PUBLISH", true);
    add(todos, "rumour.again", counts.again(), "rebuttals?state=REREVIEW", false);
    add(todos, "rumour.claims", counts.claims(), "claims?state=RECEIVED", false);
    return todos;
  }

  private static Counts counts(Row row) throws SQLException {
    return new Counts(
        row.number(1),
        row.number(2),
        row.number(3),
        row.number(4),
        row.number(5),
        row.number(6),
        row.number(7),
        row.number(8));
  }

  private static void add(List<Todo> todos, String key, long count, String page, boolean urgent) {
    if (count > 0) {
      todos.add(new Todo(key, count, CONSOLE + page, urgent));
    }
  }

  @Override
  public List<Indicator> indicators() {
    return List.of(
        new Indicator("rumour.claims", "/console/rumour/claims"),
        new Indicator("rumour.published", "/console/rumour/rumours"),
        new Indicator("rumour.corrected", "/console/rumour/rumours"),
        new Indicator("rumour.withdrawn", "/console/rumour/rumours"),
        new Indicator("rumour.views", ""));
  }
}
