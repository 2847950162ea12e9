package firstline.market.routing;

import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.INTAKE;
import static firstline.market.MarketRights.READ;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Changes the rules: drafted, tried on what came lately, and only then live. */
@ApplicationScoped
public class DraftRouting {
  /** Rules of one list. */
  public static final int MOST = 100;

  private static final Duration LATELY = Duration.ofDays(30);
  private static final int WORDS = 200;
  private static final int EXAMPLES = 3;

  /** A rule as it is typed; {@code department} is a code, {@code area} 12 digits or empty. */
  public record Typed(
      String area, String kind, String channel, String goods, String words, String department) {}

  /** The rules in their order. */
  public record Command(@NotNull List<Typed> rules) {}

  /** A draft of the officer's own area. */
  public record Draft(@NotNull UUID id) {}

  /** Letters that would go elsewhere; a name is empty where no rule fits. */
  public record Move(String from, String to, int leads, List<String> examples) {}

  /** What a draft would have done. */
  public record Trial(int leads, int moved, List<Move> moves) {}

  private record Change(String from, String to) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected DraftRouting() {}

  /** For tests without a server. */
  DraftRouting(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Writes the draft of the officer's own area; its id.
   *
   * @throws Refusal {@code routing.none}, {@code routing.many}; with the rule's place {@code
   *     routing.area}, {@code routing.words}, {@code routing.department}
   */
  @Allows(right = INTAKE)
  @Requirement("R91.11")
  public UUID write(@Valid Command command) {
    if (command.rules().isEmpty()) {
      throw new Refusal("routing.none");
    }
    if (command.rules().size() > MOST) {
      throw new Refusal("routing.many", MOST);
    }
    var list = draft();
    sql.update("delete from routing_rule where list_id = ?", list);
    for (var place = 1; place <= command.rules().size(); place++) {
      add(list, place, command.rules().get(place - 1));
    }
    sql.update(
        """
        update routing_list set made_name = ?, made_at = ?, tried_at = null, tried_leads = null,
          tried_moved = null
        where id = ?
        """,
        desk.officer().name(),
        clock.instant(),
        list);
    return list;
  }

  private UUID draft() {
    var area = desk.officer().areaCode();
    sql.one("select 1 from area where code = ? for update", row -> row.integer(1), area);
    return sql.first(
            "select id from routing_list where area_code = ? and state = 'DRAFT'",
            row -> row.id(1),
            area)
        .orElseGet(
            () -> {
              var id = Ids.next();
              sql.update(
                  """
                  insert into routing_list (id, area_code, no, state, made_name, made_at)
                  select ?, ?, coalesce(max(no), 0) + 1, 'DRAFT', ?, ? from routing_list
                  where area_code = ?
                  """,
                  id,
                  area,
                  desk.officer().name(),
                  clock.instant(),
                  area);
              return id;
            });
  }

  private void add(UUID list, int place, Typed typed) {
    var goods = PlainText.line(typed.goods());
    var words = PlainText.line(typed.words());
    if (goods.length() > WORDS || words.length() > WORDS) {
      throw new Refusal("routing.words", place, WORDS);
    }
    if (!typed.channel().isEmpty() && !RoutingRule.CHANNELS.contains(typed.channel())) {
      throw new Refusal("complaint.channel");
    }
    if (!typed.kind().isEmpty() && !RoutingRule.KINDS.contains(typed.kind())) {
      throw new Refusal("complaint.kind");
    }
    var area = typed.area().strip();
    if (!area.isEmpty()) {
      var path = sql.first("select path from area where code = ?", row -> row.text(1), area);
      if (path.filter(desk.scope()::covers).isEmpty()) {
        throw new Refusal("routing.area", place, area);
      }
    }
    var written =
        sql.update(
            """
            insert into routing_rule (list_id, place, area_code, kind, channel, goods, words,
              department_id)
            select ?, ?, ?, ?, ?, ?, ?, id from department where code = ?
            """,
            list,
            place,
            area.isEmpty() ? null : area,
            typed.kind(),
            typed.channel(),
            goods,
            words,
            typed.department());
    if (written == 0) {
      throw new Refusal("routing.department", place);
    }
  }

  /** Tries the draft, and keeps that it was tried and what came of it. */
  @Allows(right = INTAKE)
  @Requirement("R91.11")
  public void tryOut(@Valid Draft command) {
    isTried(command.id());
    var trial = trial(command.id());
    sql.update(
        "update routing_list set tried_at = ?, tried_leads = ?, tried_moved = ? where id = ?",
        clock.instant(),
        trial.leads(),
        trial.moved(),
        command.id());
  }

  /**
   * What the draft would do with the letters of the last 30 days: where the live rules send them,
   * and where it would. Changes nothing.
   */
  @Allows(right = READ, reads = true)
  @Requirement({"R91.11", "R101.8"})
  public Trial trial(UUID draft) {
    var fresh = RoutingLists.of(sql, draft);
    var live =
        sql.first(
                "select id from routing_list where area_code = ? and state = 'LIVE'",
                row -> row.id(1),
                desk.officer().areaCode())
            .map(id -> RoutingLists.of(sql, id))
            .orElse(List.of());
    var changes = new HashMap<Change, List<String>>();
    var counts = new LinkedHashMap<Change, Integer>();
    var leads =
        sql.list(
            """
            select c.number, a.path, c.kind, c.channel, c.goods,
              c.operator || ' ' || c.place || ' ' || c.facts
            from complaint c join area a on a.code = c.area_code
              join area home on home.code = ? and starts_with(a.path, home.path)
            where c.received_at > ? and a.path like any (?)
            order by c.received_at desc, c.id desc
            """,
            row -> {
              var lead =
                  new RoutingRule.Lead(
                      row.text(2), row.text(3), row.text(4), row.text(5), row.text(6));
              var change = new Change(department(live, lead), department(fresh, lead));
              if (!change.from().equals(change.to())) {
                counts.merge(change, 1, Integer::sum);
                var examples = changes.computeIfAbsent(change, none -> new ArrayList<>());
                if (examples.size() < EXAMPLES) {
                  examples.add(row.text(1));
                }
              }
              return true;
            },
            desk.officer().areaCode(),
            clock.instant().minus(LATELY),
            desk.scope().patterns());
    var moves =
        counts.entrySet().stream()
            .map(
                one ->
                    new Move(
                        one.getKey().from(),
                        one.getKey().to(),
                        one.getValue(),
                        changes.getOrDefault(one.getKey(), List.of())))
            .sorted(Comparator.comparingInt(Move::leads).reversed())
            .toList();
    return new Trial(leads.size(), moves.stream().mapToInt(Move::leads).sum(), moves);
  }

  private static String department(List<RoutingRule> rules, RoutingRule.Lead lead) {
    return rules.stream()
        .filter(rule -> rule.fits(lead))
        .findFirst()
        .map(RoutingRule::departmentName)
        .orElse("");
  }

  /**
   * Puts the draft in force; what was live stays on record.
   *
   * @throws Refusal {@code routing.untried} before a dry run of the draft as it is
   */
  @Allows(right = HEAD)
  @Requirement("R91.11")
  public void goLive(@Valid Draft command) {
    if (!isTried(command.id())) {
      throw new Refusal("routing.untried");
    }
    sql.update(
        "update routing_list set state = 'PAST' where area_code = ? and state = 'LIVE'",
        desk.officer().areaCode());
    var live =
        sql.update(
            """
            update routing_list set state = 'LIVE', live_name = ?, live_at = ?
            where id = ? and state = 'DRAFT'
            """,
            desk.officer().name(),
            clock.instant(),
            command.id());
    if (live == 0) {
      throw new Conflict();
    }
  }

  /** True if the draft was tried as it is; not found if it is none of the officer's own area. */
  private boolean isTried(UUID id) {
    return sql.one(
        """
        select tried_at is not null from routing_list
        where id = ? and area_code = ? and state = 'DRAFT' for update
        """,
        row -> row.flag(1),
        id,
        desk.officer().areaCode());
  }
}
