package firstline.publicity.order;

import static firstline.publicity.PublicityRights.READ;
import static firstline.publicity.PublicityRights.STOCK;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Step;
import firstline.publicity.PublicityRights;
import firstline.publicity.material.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders as officers see them. */
@ApplicationScoped
public class OrderQueries {
  static final int SIZE = 50;

  /** Which orders are listed. Words: {@code order.show.<name>}. */
  public enum Show {
    ALL,
    /** What the officer may decide. */
    DECIDE,
    /** What the store of the officer's own area is to send. */
    DELIVER,
    /** Asked by the officer's own area. */
    OURS
  }

  /** An order. */
  public record Line(
      UUID id,
      String number,
      String title,
      UUID material,
      UUID version,
      String areaName,
      String path,
      Unit unit,
      String departmentName,
      UUID asker,
      String officerName,
      String purpose,
      Instant askedAt,
      long quota,
      long used,
      Instant decidedAt,
      String decidedName,
      String declined,
      String closedName,
      Standing standing) {
    /** True if the area is above the unit that asks. */
    boolean asks(String area) {
      var above = path.indexOf(area + "/");
      return above >= 0 && unit.isBelow(path.substring(0, above + area.length() + 1), path);
    }
  }

  /** A delivery; received is -1 while it is on the way. */
  public record Delivery(
      Instant at, String batch, String fromName, long sent, long received, String officerName) {}

  /** A batch of the order's version in the store of the officer's own area. */
  public record Shelf(UUID batch, String number, long quantity) {}

  /** A version that may be ordered, and how many of it the stores above have. */
  public record Orderable(UUID id, String number, String title, int ordinal, long above) {}

  static final String LINE =
      """
      select o.id, o.number, v.title, v.material_id, v.id, a.name, a.path, o.unit, o.department_name,
        o.officer_id, o.officer_name, o.purpose, o.asked_at, o.quota, o.used,
        coalesce(o.decided_at, o.asked_at), o.decided_name, coalesce(o.declined, ''), o.closed_name,
        o.asked, o.granted::text, o.declined is not null, o.closed_at is not null,
        v.state in ('APPROVED', 'PUBLISHED') and coalesce(v.valid_until >= ?, true),
        coalesce(c.sent, 0), coalesce(c.received, 0), coalesce(c.on_the_way, 0)
      from copy_order o join area a on a.code = o.area_code
        join material_version v on v.id = o.version_id
        left join order_count c on c.order_id = o.id
      """;

  /** Of orders that have not ended and whose version may go out. */
  private static final String LIVE =
      """
      o.declined is null and o.closed_at is null and v.state in ('APPROVED', 'PUBLISHED')
        and coalesce(v.valid_until >= ?, true)
      """;

  /** Of orders that are granted and not all sent, below a store that has some or is the next. */
  private static final String TO_DELIVER =
      """
      o.granted > coalesce(c.received + c.on_the_way, 0) and exists (
        select 1 from area me where me.code = ? and starts_with(a.path, me.path)
          and (a.code <> me.code or o.unit = 'DEPARTMENT')
          and (a.parent = me.code or a.code = me.code or exists (
            select 1 from holding h join print_run b on b.id = h.batch_id
            where h.area_code = me.code and h.quantity > 0 and b.version_id = o.version_id)))
      """;

  @Inject private Sql sql;
  @Inject private Quotas quotas;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected OrderQueries() {}

  /** For tests without a server. */
  OrderQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.quotas = new Quotas(sql, clock);
    this.desk = desk;
  }

  /** The columns from the place on, as {@link Standing} has them. */
  static Standing standing(Row row, int place) throws SQLException {
    var granted = row.textOrNull(place + 1);
    return new Standing(
        row.number(place),
        granted == null ? null : Long.valueOf(granted),
        row.flag(place + 2),
        row.flag(place + 3),
        row.flag(place + 4),
        row.number(place + 5),
        row.number(place + 6),
        row.number(place + 7));
  }

  static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.text(2),
        row.text(3),
        row.id(4),
        row.id(5),
        row.text(6),
        row.text(7),
        Unit.valueOf(row.text(8)),
        row.text(9),
        row.id(10),
        row.text(11),
        row.text(12),
        row.instant(13),
        row.number(14),
        row.number(15),
        row.instant(16),
        row.text(17),
        row.text(18),
        row.text(19),
        standing(row, 20));
  }

  private Select shown(Select select, Show show) {
    var me = desk.officer();
    select.where("a.path like any (?)", (Object) desk.scope().patterns());
    switch (show) {
      case DECIDE -> {
        var scope = me.scope(PublicityRights.PRINT);
        select
            .where(LIVE, quotas.today())
            .where("o.granted is null and o.officer_id <> ?", me.id())
            .where(
                "a.path like any (?) or o.unit = 'DEPARTMENT' and a.path like any (?)",
                scope.paths().stream().map(path -> path + "_%").toArray(String[]::new),
                scope.patterns());
      }
      case DELIVER -> {
        if (me.holds(PublicityRights.STOCK)) {
          select.where(LIVE, quotas.today()).where(TO_DELIVER, me.areaCode());
        } else {
          select.where("false");
        }
      }
      case OURS -> select.where("o.area_code = ?", me.areaCode());
      case ALL -> {}
    }
    return select;
  }

  /** A page of the orders, the newest first. */
  @Allows(right = READ, reads = true)
  public Page<Line> list(Show show, Cursor cursor) {
    var select = shown(Select.from(LINE, quotas.today()), show);
    select.newestFirst("o.asked_at", "o.id", cursor, SIZE);
    return Page.of(
        sql.list(select, OrderQueries::line),
        SIZE,
        cursor,
        line -> Cursor.of(line.askedAt(), line.id()));
  }

  /** How many there are to show. */
  @Allows(right = READ, reads = true)
  public long count(Show show) {
    return sql.list(
            shown(
                Select.from(
                    """
                    select count(*) from copy_order o join area a on a.code = o.area_code
                      join material_version v on v.id = o.version_id
                      left join order_count c on c.order_id = o.id
                    """),
                show),
            row -> row.number(1))
        .get(0);
  }

  /** One order within the officer's areas. */
  @Allows(right = READ, reads = true)
  public Line one(UUID id) {
    return sql
        .list(
            shown(Select.from(LINE, quotas.today()), Show.ALL).where("o.id = ?", id),
            OrderQueries::line)
        .stream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** What was sent for it, the newest first. */
  @Allows(right = READ, reads = true)
  @Requirement("R62.5")
  public List<Delivery> deliveries(UUID order) {
    return sql.list(
        """
        select m.at, b.number, f.name, m.quantity,
          case when m.kind = 'HAND_OUT' then m.quantity else coalesce(c.received, -1) end,
          m.officer_name
        from order_delivery d join movement m on m.id = d.movement_id
          join print_run b on b.id = m.batch_id join area f on f.code = m.area_code
          join copy_order o on o.id = d.order_id join area a on a.code = o.area_code
          left join consignment c on c.id = m.id
        where d.order_id = ? and a.path like any (?) order by m.at desc, m.id desc limit 200
        """,
        row ->
            new Delivery(
                row.instant(1),
                row.text(2),
                row.text(3),
                row.number(4),
                row.number(5),
                row.text(6)),
        order,
        desk.scope().patterns());
  }

  /** What happened to it besides, the newest on top. */
  @Allows(right = READ, reads = true)
  @Requirement("R126.3")
  public List<Step> steps(UUID order) {
    return sql.list(
        """
        select s.at, s.officer, s.step, s.reason
        from copy_order o join area a on a.code = o.area_code cross join lateral (values
          (o.asked_at, o.officer_name, 'ASKED', o.purpose),
          (case when o.granted is not null then coalesce(o.decided_at, o.asked_at) end,
            o.decided_name, 'GRANTED', ''),
          (case when o.declined is not null then o.decided_at end, o.decided_name, 'DECLINED',
            o.declined),
          (o.closed_at, o.closed_name, 'CLOSED', '')) s (at, officer, step, reason)
        where o.id = ? and a.path like any (?) and s.at is not null
        order by s.at desc, s.step desc
        """,
        Step::of,
        order,
        desk.scope().patterns());
  }

  /** What the store of the officer's own area has of the version, the oldest batch first. */
  @Allows(right = STOCK, reads = true)
  public List<Shelf> shelves(UUID version) {
    return sql.list(
        """
        select b.id, b.number, h.quantity from holding h join print_run b on b.id = h.batch_id
        where h.area_code = ? and b.version_id = ? and h.quantity > 0 order by b.printed_at, b.id
        """,
        row -> new Shelf(row.id(1), row.text(2), row.number(3)),
        desk.officer().areaCode(),
        version);
  }

  /** This month of the officer's own area, or of their department; none for the city's store. */
  @Allows(right = STOCK, reads = true)
  public Optional<Quotas.Month> month(boolean department) {
    record Place(String level, String path) {}
    var me = desk.officer();
    var place =
        sql.one(
            "select level, path from area where code = ?",
            row -> new Place(row.text(1), row.text(2)),
            me.areaCode());
    var unit = department ? Optional.of(Unit.DEPARTMENT) : Unit.ofLevel(place.level());
    return unit.map(one -> quotas.ofUnit(one, me.areaCode(), place.path(), me.departmentId()));
  }

  /** What was printed and may go out, that with the most copies above the officer's area first. */
  @Allows(right = STOCK, reads = true)
  public List<Orderable> orderable() {
    return sql.list(
        """
        select v.id, m.number, v.title, v.ordinal, coalesce(sum(h.quantity), 0)::bigint
        from material_version v join material m on m.id = v.material_id
          join print_run b on b.version_id = v.id join area me on me.code = ?
          left join (holding h join area s on s.code = h.area_code)
            on h.batch_id = b.id and starts_with(me.path, s.path)
        where v.state in ('APPROVED', 'PUBLISHED') and coalesce(v.valid_until >= ?, true)
          and m.kind = any (?)
        group by v.id, m.number, v.title, v.ordinal
        order by 5 desc, v.id limit 200
        """,
        row -> new Orderable(row.id(1), row.text(2), row.text(3), row.integer(4), row.number(5)),
        desk.officer().areaCode(),
        quotas.today(),
        Kind.printed().stream().map(Enum::name).toArray(String[]::new));
  }
}
