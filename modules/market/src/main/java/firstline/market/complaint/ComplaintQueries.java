package firstline.market.complaint;

import static firstline.market.MarketRights.INTAKE;
import static firstline.market.MarketRights.READ;

import firstline.market.lookup.Sought;
import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Complaints and tip-offs as officers see them: never who sent them. */
@ApplicationScoped
public class ComplaintQueries {
  static final int SIZE = 50;

  /** Province, city and county, each 12 digits and a stroke. */
  private static final int COUNTY_PATH = 39;

  private static final Duration NEAR = Duration.ofDays(30);

  /**
   * What is asked for; empty for all.
   *
   * @param words of number, operator, goods or place
   */
  public record Asked(String kind, String state, String words) {}

  /** A complaint or tip-off. */
  public record Line(
      UUID id,
      Kind kind,
      String number,
      State state,
      String ground,
      String areaName,
      String departmentName,
      String channel,
      String operator,
      String place,
      String goods,
      String facts,
      boolean named,
      String mergedInto,
      Instant receivedAt) {}

  /** Something that happened to it. */
  public record Step(
      Instant at, String officerName, String departmentName, String action, String reason) {}

  private static final String COLUMNS =
      """
      select c.id, c.kind, c.number, c.state, c.ground, a.name, c.department_name, c.channel,
        c.operator, c.place, c.goods, c.facts, c.named, coalesce(m.number, ''), c.received_at
      """;

  private static final String JOINS =
      """
      join area a on a.code = c.area_code
        left join complaint m on m.id = c.merged_into
      """;

  private static final String LINE = COLUMNS + " from complaint c " + JOINS;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ComplaintQueries() {}

  /** For tests without a server. */
  public ComplaintQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** A page of them, the newest first. */
  @Allows(right = READ, reads = true)
  @Requirement({"R82.3", "R91.40", "R101.3"})
  public Page<Line> list(Asked asked, Cursor cursor) {
    var sought = Sought.of(asked.words());
    var rows =
        sought.isNothing()
            ? fetched(
                filtered(within(Select.from(LINE)), asked)
                    .newestFirst("c.received_at", "c.id", cursor, SIZE))
            : found(asked, sought, cursor);
    return Page.of(rows, SIZE, cursor, line -> Cursor.of(line.receivedAt(), line.id()));
  }

  /**
   * Common words fill a page from the records next to it, and are too many for the index of words;
   * rare ones are found by that index alone, which the second order leaves as the only way.
   */
  private List<Line> found(Asked asked, Sought sought, Cursor cursor) {
    var size = cursor.rows(SIZE);
    var near = near(asked, sought, cursor, Sought.NEAR);
    if (near.size() > size) {
      return near;
    }
    if (Sought.promises(near.size(), size)) {
      var far = near(asked, sought, cursor, Sought.FAR);
      if (far.size() > size) {
        return far;
      }
    }
    return fetched(
        Select.around(
                COLUMNS + " from (",
                matching(hashed(asked), sought)
                    .newestFirst("c.received_at + interval '0'", "c.id", cursor, SIZE),
                ") c " + JOINS)
            .newestFirst("c.received_at + interval '0'", "c.id", cursor, SIZE));
  }

  private List<Line> near(Asked asked, Sought sought, Cursor cursor, int records) {
    var next =
        filtered(
                within(
                    Select.from("select c.* from complaint c join area a on a.code = c.area_code")),
                asked)
            .newestFirst("c.received_at", "c.id", cursor.of(0), records);
    return fetched(
        holding(Select.around(COLUMNS + " from (", next, ") c " + JOINS), sought)
            .newestFirst("c.received_at", "c.id", cursor, SIZE));
  }

  /**
   * Their areas in a table that is read once: joined, they would be read for each record, of which
   * the planner foresees one.
   */
  private Select hashed(Asked asked) {
    return filtered(
        byTownship(Select.from("select c.* from complaint c"))
            .where(
                "(c.area_code in (select code from area where path like any (?))) is true",
                (Object) desk.scope().patterns())
            .whereSet("c.department_id = ?", Sight.only(desk)),
        asked);
  }

  private List<Line> fetched(Select select) {
    return sql.list(select, ComplaintQueries::line);
  }

  private static Select filtered(Select select, Asked asked) {
    return select.whereSet("c.kind = ?", asked.kind()).whereSet("c.state = ?", asked.state());
  }

  /** Reads every record: for some thousands of them. */
  private static Select holding(Select select, Sought sought) {
    return select.where(
        """
        starts_with(c.number, ?) or starts_with(c.source, ?)
          or split_part(c.number, '-', 3) = ?
          or c.operator || ' ' || c.goods || ' ' || c.place ilike all (?)
        """,
        sought.first(),
        sought.first(),
        sought.text(),
        sought.patterns());
  }

  /** The same through indexes. */
  private static Select matching(Select select, Sought sought) {
    if (sought.isOwnNumber()) {
      return select.where("c.number ~>=~ ? and c.number ~<~ ?", sought.first(), sought.last());
    }
    if (sought.isNumber()) {
      return select.where(
          """
          (c.source ~>=~ ? and c.source ~<~ ?) or c.grams @> array[?]
            or (c.grams @> ? and c.operator || ' ' || c.goods || ' ' || c.place ilike all (?))
          """,
          sought.first(),
          sought.last(),
          sought.text(),
          sought.grams(),
          sought.patterns());
    }
    return select.where(
        "c.grams @> ? and c.operator || ' ' || c.goods || ' ' || c.place ilike all (?)",
        sought.grams(),
        sought.patterns());
  }

  /** One of them. */
  @Allows(right = READ, reads = true)
  public Line one(UUID id) {
    return sql
        .list(within(Select.from(LINE)).where("c.id = ?", id), ComplaintQueries::line)
        .stream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** What happened to it, the newest first. */
  @Allows(right = READ, reads = true)
  public List<Step> steps(UUID id) {
    return sql.list(
        """
        select s.at, s.officer_name, s.department_name, s.action, s.reason
        from complaint_step s join complaint c on c.id = s.complaint_id
          join area a on a.code = c.area_code
        where s.complaint_id = ? and a.path like any (?)
          and coalesce(c.department_id = ?::uuid, true) order by s.no desc
        """,
        row -> new Step(row.instant(1), row.text(2), row.text(3), row.text(4), row.text(5)),
        id,
        desk.scope().patterns(),
        Sight.only(desk));
  }

  /** Those of the last 30 days about the same operator, or the same goods at the same place. */
  @Allows(right = INTAKE, reads = true)
  @Requirement("R82.4")
  public List<Line> near(String operator, String place, String goods) {
    return sql.list(
        within(Select.from(LINE))
            .where("c.received_at > ?", clock.instant().minus(NEAR))
            .where(
                "c.operator = ? or (c.goods = ? and c.place = ? and c.place <> '')",
                PlainText.line(operator),
                PlainText.line(goods),
                PlainText.line(place))
            .end("order by c.received_at desc limit 20"),
        ComplaintQueries::line);
  }

  private Select within(Select select) {
    return byTownship(select)
        .where("a.path like any (?)", (Object) desk.scope().patterns())
        .whereSet("c.department_id = ?", Sight.only(desk));
  }

  /** A township's letters are few among a county's: they are fetched by their areas. */
  private Select byTownship(Select select) {
    return desk.scope().paths().stream().allMatch(path -> path.length() > COUNTY_PATH)
        ? select.where(
            "c.area_code = any (array(select code from area where path like any (?)))",
            (Object) desk.scope().patterns())
        : select;
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        Kind.valueOf(row.text(2)),
        row.text(3),
        State.valueOf(row.text(4)),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.text(9),
        row.text(10),
        row.text(11),
        row.text(12),
        row.flag(13),
        row.text(14),
        row.instant(15));
  }
}
