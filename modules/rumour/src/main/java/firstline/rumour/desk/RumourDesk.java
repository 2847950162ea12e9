package firstline.rumour.desk;

import firstline.persistence.database.Sql;
import firstline.persistence.navigation.NavigationContribution;
import firstline.persistence.navigation.NavigationEntry;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.RightContribution;
import firstline.persistence.right.Rights;
import firstline.persistence.search.SearchContribution;
import firstline.persistence.search.SearchHit;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The department's lines of the rail, rights, to-dos and hits of the palette. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class RumourDesk
    implements NavigationContribution, RightContribution, TodoContribution, SearchContribution {
  private static final String CONSOLE = "/console/rumour/";
  private static final int COUNTED = 1_000;

  private record Counts(
      long claims,
      long returned,
      long review,
      long approved,
      long corrections,
      long failed,
      long handOver,
      long receipts) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @Override
  public List<NavigationEntry> entries() {
    return List.of(
        new NavigationEntry("claims", CONSOLE + "claims", "inbox", RumourRights.READ, 100),
        new NavigationEntry("rumours", CONSOLE + "rumours", "rumour", RumourRights.READ, 105),
        new NavigationEntry("rebuttals", CONSOLE + "rebuttals", "answer", RumourRights.READ, 110),
        new NavigationEntry(
            "rumour-corrections", CONSOLE + "corrections", "outbox", RumourRights.READ, 112),
        new NavigationEntry("rumour-board", CONSOLE + "board", "board", RumourRights.READ, 115),
        new NavigationEntry(
            "rumour-figures", CONSOLE + "figures", "figures", RumourRights.READ, 118),
        new NavigationEntry(
            "rumour-import", CONSOLE + "import", "import", RumourRights.IMPORT, 120));
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
        RumourRights.IMPORT);
  }

  /** One statement; a count stops at 1,000, since nobody works off more in a day. */
  @Override
  public List<Todo> todos() {
    var officer = desk.signedIn().filter(one -> one.holds(RumourRights.READ));
    if (officer.isEmpty()) {
      return List.of();
    }
    var me = officer.get();
    var counts =
        sql.one(
            """
            with out as materialized (
              select o.state from release o join area a on a.code = o.area_code
              where o.state in ('QUEUED', 'SENT', 'FAILED', 'CORRECTION_DUE')
                and a.path like any (?)
                and (o.state = 'CORRECTION_DUE' or (o.state = 'FAILED' and o.next_at is null)
                  or (o.state <> 'FAILED' and o.channel not in ('WEB', 'FEED', 'CLAIM_REVIEW') and o.due_at <= now()
                    and exists (select 1 from release w where w.rebuttal_id = o.rebuttal_id
                      and w.ordinal = o.ordinal and w.channel = 'WEB' and w.sent_at is not null))))
            select
              (select count(*) from (select 1 from claim
                where state = 'RECEIVED' and area_code = any (array(
                  select code from area where path like any (?))) limit ?) c),
              count(*) filter (where r.state = 'RETURNED' and v.writers like ?),
              count(*) filter (where r.state = 'IN_REVIEW' and v.writers not like ?
                and a.path like any (?)),
              count(*) filter (where r.state = 'APPROVED' and a.path like any (?) and not exists (
                select 1 from release o where o.rebuttal_id = r.id and o.ordinal = v.ordinal
                  and o.channel = 'WEB' and o.state = 'QUEUED')),
              (select count(*) from out where state = 'CORRECTION_DUE'),
              (select count(*) from out where state = 'FAILED'),
              (select count(*) from out where state = 'QUEUED'),
              (select count(*) from out where state = 'SENT')
            from rebuttal r
            join area a on a.code = r.area_code
            join rebuttal_version v on v.rebuttal_id = r.id and v.state = r.state
            where r.state <> 'PUBLISHED' and r.state in ('RETURNED', 'IN_REVIEW', 'APPROVED')
            """,
            row ->
                new Counts(
                    row.number(1),
                    row.number(2),
                    row.number(3),
                    row.number(4),
                    row.number(5),
                    row.number(6),
                    row.number(7),
                    row.number(8)),
            me.scope(RumourRights.PUBLISH).patterns(),
            me.scope(RumourRights.FILE).patterns(),
            COUNTED,
            "%" + me.id() + "%",
            "%" + me.id() + "%",
            me.scope(RumourRights.REVIEW).patterns(),
            me.scope(RumourRights.PUBLISH).patterns());
    var todos = new ArrayList<Todo>();
    add(todos, "rumour.review", counts.review(), "rebuttals?state=IN_REVIEW", true);
    add(todos, "rumour.returned", counts.returned(), "rebuttals?state=RETURNED", true);
    add(todos, "rumour.publish", counts.approved(), "rebuttals?state=APPROVED", true);
    add(todos, "rumour.corrections", counts.corrections(), "corrections", true);
    add(todos, "rumour.failed", counts.failed(), "corrections?state=FAILED", true);
    add(todos, "rumour.hand-over", counts.handOver(), "corrections?state=QUEUED", true);
    add(todos, "rumour.receipts", counts.receipts(), "corrections?state=SENT", false);
    add(todos, "rumour.claims", counts.claims(), "claims?state=RECEIVED", false);
    return todos;
  }

  private static void add(List<Todo> todos, String key, long count, String page, boolean urgent) {
    if (count > 0) {
      todos.add(new Todo(key, count, CONSOLE + page, urgent));
    }
  }

  @Override
  public List<SearchHit> search(String words, int limit) {
    var patterns =
        desk.signedIn()
            .map(officer -> officer.scope(RumourRights.READ).patterns())
            .orElse(new String[0]);
    if (patterns.length == 0 || words.isBlank()) {
      return List.of();
    }
    var like = "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    var hits =
        new ArrayList<>(
            sql.list(
                """
                select r.id, r.number, v.fact
                from rebuttal r join area a on a.code = r.area_code
                join lateral (select v.fact, v.claim from rebuttal_version v
                  where v.rebuttal_id = r.id order by v.ordinal desc limit 1) v on true
                where a.path like any (?)
                  and (r.number = ? or v.fact ilike ? or v.claim ilike ?)
                order by r.changed_at desc limit ?
                """,
                row ->
                    new SearchHit(
                        "rebuttal",
                        row.text(2) + ' ' + row.text(3),
                        CONSOLE + "rebuttal?id=" + row.id(1)),
                patterns,
                words.strip(),
                like,
                like,
                limit));
    hits.addAll(
        sql.list(
            """
            select c.id, c.number, left(c.text, 60) from claim c join area a on a.code = c.area_code
            where c.number = ? and a.path like any (?) limit ?
            """,
            row ->
                new SearchHit(
                    "claim", row.text(2) + ' ' + row.text(3), CONSOLE + "claims?open=" + row.id(1)),
            words.strip(),
            patterns,
            limit));
    return hits.stream().limit(limit).toList();
  }
}
