package firstline.market.inspect;

import static firstline.market.MarketRights.INTAKE;
import static firstline.market.MarketRights.READ;

import firstline.market.draw.DoubleRandomDraw;
import firstline.market.draw.DrawList;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Draws operators and pairs of officers, and plans their inspections. */
@ApplicationScoped
public class DrawInspections {
  private static final int SPARED = 3_650;

  /**
   * A draw.
   *
   * @param area 12 digits: whose operators and officers
   * @param groups per cent of the operators of each goods group and risk
   * @param spare operators inspected in so many days before are not drawn; 0 spares nobody
   */
  public record Command(
      @NotNull String area,
      @NotNull String title,
      @NotNull Map<GoodsGroup, Map<Risk, Integer>> groups,
      int spare) {}

  private record Registered(UUID id, String name, GoodsGroup group, Risk risk, String area) {}

  private record Kept(long seed, String list, String hash, String algorithm) {}

  /** What came when it was repeated. */
  public record Repeated(boolean same, boolean listIntact, int picks) {}

  private final LongSupplier seeds;

  @Inject private Sql sql;
  @Inject private PlanInspection planInspection;
  @Inject private Inspections inspections;
  @Inject private Numbering numbering;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected DrawInspections() {
    var random = new SecureRandom();
    this.seeds = random::nextLong;
  }

  /** For tests without a server. */
  DrawInspections(Sql sql, Desk desk, Clock clock, LongSupplier seeds) {
    this.seeds = seeds;
    this.sql = sql;
    this.inspections = new Inspections(sql, desk, clock);
    this.planInspection = new PlanInspection(sql, desk, clock);
    this.numbering = new Numbering(sql, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The draw's id.
   *
   * @throws Refusal {@code inspection.area}, {@code inspection.title}, {@code draw.share}, {@code
   *     draw.spare}, {@code draw.nobody}, {@code draw.pair} with the operator's name
   */
  @Allows(right = INTAKE)
  @Requirement({"R90.4", "R90.13"})
  public UUID draw(@Valid Command command) {
    var title = PlanInspection.title(command.title());
    inspections.requireArea(command.area());
    if (command.spare() < 0 || command.spare() > SPARED) {
      throw new Refusal("draw.spare", SPARED);
    }
    var registered = registered(command.area());
    var list = list(command, registered);
    requirePairs(command, list, registered);
    var seed = seeds.getAsLong();
    var picks = DoubleRandomDraw.draw(seed, list);
    var id = kept(command.area(), title, seed, list);
    var byId = registered.stream().collect(Collectors.toMap(Registered::id, one -> one));
    var place = 0;
    for (var pick : picks) {
      place++;
      sql.update(
          """
          insert into inspection_draw_pick (draw_id, place, operator_id, first_id, second_id)
          values (?, ?, ?, ?, ?)
          """,
          id,
          place,
          pick.operator(),
          pick.first(),
          pick.second());
      var one = Objects.requireNonNull(byId.get(pick.operator()));
      var inspection =
          planInspection.plan(
              new PlanInspection.Plan(
                  InspectionKind.DOUBLE_RANDOM,
                  one.id(),
                  one.area(),
                  one.group(),
                  title,
                  id,
                  null));
      sql.update(
          """
          insert into inspection_officer (inspection_id, officer_id, officer_name, drawn)
          select ?, o.id, o.name, true from officer o where o.id in (?, ?)
          """,
          inspection,
          pick.first(),
          pick.second());
    }
    return id;
  }

  private List<Registered> registered(String area) {
    return sql.list(
        """
        select p.id, p.name, s.goods_group, s.risk, p.area_code from operator_supervision s
          join operator p on p.id = s.operator_id join area a on a.code = p.area_code
          join area r on r.code = ? and starts_with(a.path, r.path)
        order by p.id
        """,
        row ->
            new Registered(
                row.id(1),
                row.text(2),
                GoodsGroup.valueOf(row.text(3)),
                Risk.valueOf(row.text(4)),
                row.text(5)),
        area);
  }

  private DrawList list(Command command, List<Registered> registered) {
    var list = new DrawList.Collector();
    command
        .groups()
        .forEach(
            (group, shares) ->
                shares.forEach((risk, share) -> list.share(name(group, risk), share)));
    registered.forEach(one -> list.operator(one.id(), name(one.group(), one.risk())));
    if (command.spare() > 0) {
      var since =
          LocalDate.ofInstant(clock.instant(), Clocks.ZONE)
              .minusDays(command.spare())
              .atStartOfDay(Clocks.ZONE)
              .toInstant();
      sql.list(
              """
              select distinct i.operator_id from inspection i
                join area a on a.code = i.area_code
                join area r on r.code = ? and starts_with(a.path, r.path)
              where i.planned_at >= ?
              """,
              row -> row.id(1),
              command.area(),
              since)
          .forEach(list::exclude);
    }
    qualified(command.area()).forEach(list::officer);
    for (var pair :
        sql.list(
            "select operator_id, officer_id from officer_conflict",
            row -> new UUID[] {row.id(1), row.id(2)})) {
      if (registered.stream().anyMatch(one -> one.id().equals(pair[0]))) {
        list.bar(pair[0], pair[1]);
      }
    }
    return list.list();
  }

  private static String name(GoodsGroup group, Risk risk) {
    return group + "-" + risk;
  }

  private List<UUID> qualified(String area) {
    return sql.list(
        """
        select o.id from officer o where o.active and exists (
          select 1 from officer_role r
            join role_right k on k.role_id = r.role_id and k.right_key = 'market.inspect'
            join area a on a.code = r.area_code
            join area s on s.code = ? and starts_with(s.path, a.path)
          where r.officer_id = o.id)
        """,
        row -> row.id(1),
        area);
  }

  /** Before anything is drawn: an operator to whom no pair may go is named. */
  private static void requirePairs(Command command, DrawList list, List<Registered> registered) {
    for (var one : registered) {
      var share = command.groups().getOrDefault(one.group(), Map.of()).getOrDefault(one.risk(), 0);
      var barred = list.barred().get(one.id().toString());
      var free =
          list.officers().stream().filter(id -> barred == null || !barred.contains(id)).count();
      if (share > 0 && !list.excluded().contains(one.id().toString()) && free < 2) {
        throw new Refusal("draw.pair", one.name());
      }
    }
  }

  private UUID kept(String area, String title, long seed, DrawList list) {
    var id = Ids.next();
    sql.update(
        """
        insert into inspection_draw (id, number, title, area_code, seed, algorithm, list, list_hash,
          drawn_at, officer_name)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        numbering.next("market-draw", "D-", 4, 1).get(0),
        title,
        area,
        seed,
        DoubleRandomDraw.ALGORITHM,
        list.text(),
        list.hash(),
        clock.instant(),
        desk.officer().name());
    return id;
  }

  /**
   * Draws once more from the kept seed and list and compares.
   *
   * @throws NotFound outside the scope
   */
  @Allows(right = READ, reads = true)
  @Requirement("R90.4")
  public Repeated repeat(UUID id) {
    var kept =
        sql.one(
            """
            select d.seed, d.list, d.list_hash, d.algorithm from inspection_draw d
              join area a on a.code = d.area_code where d.id = ? and a.path like any (?)
            """,
            row -> new Kept(row.number(1), row.text(2), row.text(3), row.text(4)),
            id,
            desk.scope().patterns());
    var list = DrawList.read(kept.list());
    var picks =
        sql.list(
            """
            select operator_id, first_id, second_id from inspection_draw_pick
            where draw_id = ? order by place
            """,
            row -> new DoubleRandomDraw.Pick(row.id(1), row.id(2), row.id(3)),
            id);
    var intact = list.hash().equals(kept.hash());
    return new Repeated(
        intact
            && kept.algorithm().equals(DoubleRandomDraw.ALGORITHM)
            && DoubleRandomDraw.draw(kept.seed(), list).equals(picks),
        intact,
        picks.size());
  }
}
