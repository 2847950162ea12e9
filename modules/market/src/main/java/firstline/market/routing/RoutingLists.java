package firstline.market.routing;

import static firstline.market.MarketRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lists of rules, and what they say of a lead. */
@ApplicationScoped
public class RoutingLists {
  private static final int PAST = 20;

  /**
   * A list of rules.
   *
   * @param state {@code DRAFT}, {@code LIVE} or {@code PAST}
   * @param triedAt of the dry run since it was changed; null before one
   * @param leads that were looked at then, of which {@code moved} would go elsewhere
   */
  public record Listed(
      UUID id,
      int no,
      String state,
      String madeName,
      Instant madeAt,
      @Nullable Instant triedAt,
      int leads,
      int moved,
      String liveName,
      @Nullable Instant liveAt) {}

  /** What a live rule proposes for a lead. */
  public record Proposal(
      UUID list, int no, int place, String departmentCode, String departmentName) {
    /** As people call it: {@code 3.2} is the second of the third list. */
    public String rule() {
      return no + "." + place;
    }
  }

  /** A department that leads may go to. */
  public record Department(String code, String name) {}

  private record Open(RoutingRule.Lead lead, @Nullable UUID back) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected RoutingLists() {}

  /** For tests without a server. */
  public RoutingLists(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** The lists of the officer's own area, the newest first. */
  @Allows(right = READ, reads = true)
  public List<Listed> mine() {
    return sql.list(
        """
        select id, no, state, made_name, made_at, tried_at, coalesce(tried_leads, 0),
          coalesce(tried_moved, 0), live_name, live_at
        from routing_list where area_code = ? order by no desc limit ?
        """,
        row ->
            new Listed(
                row.id(1),
                row.integer(2),
                row.text(3),
                row.text(4),
                row.instant(5),
                row.instantOrNull(6),
                row.integer(7),
                row.integer(8),
                row.text(9),
                row.instantOrNull(10)),
        desk.officer().areaCode(),
        PAST);
  }

  /** The rules of a list of the officer's own area, in order. */
  @Allows(right = READ, reads = true)
  public List<RoutingRule> rules(UUID list) {
    sql.one(
        "select 1 from routing_list where id = ? and area_code = ?",
        row -> row.integer(1),
        list,
        desk.officer().areaCode());
    return of(sql, list);
  }

  /** Departments that leads of the officer's own area may go to: of it, of below and of above. */
  @Allows(right = READ, reads = true)
  public List<Department> departments() {
    return sql.list(
        """
        select d.code, d.name from department d join area a on a.code = d.area_code
          join area home on home.code = ?
        where starts_with(a.path, home.path) or starts_with(home.path, a.path)
        order by a.path desc, d.name limit 500
        """,
        row -> new Department(row.text(1), row.text(2)),
        desk.officer().areaCode());
  }

  static List<RoutingRule> of(Sql sql, UUID list) {
    return sql.list(
        """
        select r.place, coalesce(r.area_code, ''), coalesce(a.name, ''), coalesce(a.path, ''),
          r.kind, r.channel, r.goods, r.words, d.id, d.code, d.name
        from routing_rule r join department d on d.id = r.department_id
          left join area a on a.code = r.area_code
        where r.list_id = ? order by r.place
        """,
        row ->
            new RoutingRule(
                row.integer(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.text(8),
                row.id(9),
                row.text(10),
                row.text(11)),
        list);
  }

  /**
   * Where the letter should go; never to a department that has sent it back.
   *
   * @throws NotFound outside the scope
   */
  @Allows(right = READ, reads = true)
  @Requirement({"R91.10", "R91.12", "R101.8"})
  public Optional<Proposal> proposal(UUID lead) {
    var open =
        sql.one(
            """
            select a.path, c.kind, c.channel, c.goods, c.operator || ' ' || c.place || ' ' || c.facts,
              c.returned_by
            from complaint c join area a on a.code = c.area_code
            where c.id = ? and a.path like any (?)
            """,
            row ->
                new Open(
                    new RoutingRule.Lead(
                        row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)),
                    row.idOrNull(6)),
            lead,
            desk.scope().patterns());
    return live(open.lead().path())
        .flatMap(
            live ->
                of(sql, live.id()).stream()
                    .filter(rule -> !rule.department().equals(open.back()))
                    .filter(rule -> rule.fits(open.lead()))
                    .findFirst()
                    .map(
                        rule ->
                            new Proposal(
                                live.id(),
                                live.no(),
                                rule.place(),
                                rule.departmentCode(),
                                rule.departmentName())));
  }

  private record Live(UUID id, int no) {}

  /** The live list of the nearest area above that has one. */
  private Optional<Live> live(String path) {
    return sql.first(
        """
        select l.id, l.no from routing_list l join area a on a.code = l.area_code
        where l.state = 'LIVE' and starts_with(?, a.path) order by length(a.path) desc limit 1
        """,
        row -> new Live(row.id(1), row.integer(2)),
        path);
  }

  /** By which rule it was routed, such as {@code 3.2}: the second of the third list; else empty. */
  @Allows(right = READ, reads = true)
  @Requirement("R91.10")
  public String routedBy(UUID lead) {
    return sql.first(
            """
            select l.no || '.' || c.routed_place from complaint c
              join routing_list l on l.id = c.routed_list join area a on a.code = c.area_code
            where c.id = ? and a.path like any (?)
            """,
            row -> row.text(1),
            lead,
            desk.scope().patterns())
        .orElse("");
  }
}
