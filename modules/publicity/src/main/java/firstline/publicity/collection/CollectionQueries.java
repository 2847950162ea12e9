package firstline.publicity.collection;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import firstline.publicity.rendition.Cover;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Collections and what is in them. */
@ApplicationScoped
public class CollectionQueries {
  static final int SIZE = 50;
  private static final int CHOICES = 200;

  /** A collection; {@code count} of what the officer sees of it. */
  public record Line(
      UUID id,
      long version,
      String title,
      String note,
      String departmentName,
      String officerName,
      Instant changedAt,
      long count) {}

  /** What is in it, as it stands now. */
  public record Entry(
      UUID material, String number, String title, String kind, String state, Cover.Face face) {}

  private record Found(
      UUID material, String number, String title, String kind, String state, UUID version) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Cover cover;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected CollectionQueries() {}

  /** For tests without a server. */
  CollectionQueries(Sql sql, Desk desk, Cover cover, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.cover = cover;
    this.clock = clock;
  }

  /** A page of those of the officer's areas, the latest changed on top. */
  @Allows(right = READ, reads = true)
  @Requirement("R118.3")
  public Page<Line> list(Cursor cursor) {
    var select =
        Select.from(
                """
                select c.id, c.version, c.title, c.note, c.department_name, c.officer_name,
                  c.changed_at,
                  (select count(*) from collection_entry e join material m on m.id = e.material_id
                    join area p on p.code = m.area_code where e.collection_id = c.id
                      and (p.path like any (?) or m.published_at is not null))
                from collection c join area a on a.code = c.area_code
                """,
                (Object) desk.scope().patterns())
            .where("a.path like any (?)", (Object) desk.scope().patterns());
    if (cursor.backwards()) {
      select
          .where("(c.changed_at, c.id) > (?, ?)", cursor.at(), cursor.id())
          .end("order by c.changed_at, c.id limit ?", cursor.rows(SIZE) + 1);
    } else {
      select
          .where("(c.changed_at, c.id) < (?, ?)", cursor.at(), cursor.id())
          .end("order by c.changed_at desc, c.id desc limit ?", cursor.rows(SIZE) + 1);
    }
    return Page.of(
        sql.list(select, CollectionQueries::line),
        SIZE,
        cursor,
        line -> Cursor.of(line.changedAt(), line.id()));
  }

  /** Into which something may be picked: the two hundred changed last. */
  @Allows(right = READ, reads = true)
  public List<Line> choices() {
    return list(Cursor.START.of(CHOICES)).rows();
  }

  @Allows(right = READ, reads = true)
  @Requirement("R74.4")
  public Line one(UUID id) {
    return sql.one(
        """
        select c.id, c.version, c.title, c.note, c.department_name, c.officer_name, c.changed_at,
          0::bigint
        from collection c join area a on a.code = c.area_code
        where c.id = ? and a.path like any (?)
        """,
        CollectionQueries::line,
        id,
        desk.scope().patterns());
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.number(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.instant(7),
        row.number(8));
  }

  /** In the order in which they were picked; what the officer may not see is left out. */
  @Allows(right = READ, reads = true)
  @Requirement("R74.4")
  public List<Entry> entries(UUID id) {
    var found =
        sql.list(
            """
            select m.id, m.number, v.title, m.kind,
              case when m.state = 'PUBLISHED' and m.valid_until < ? then 'EXPIRED'
                else m.state end, v.id
            from collection_entry e join collection c on c.id = e.collection_id
              join area home on home.code = c.area_code
              join material m on m.id = e.material_id join area a on a.code = m.area_code
              cross join lateral (
                select v.id, v.title from material_version v
                where v.material_id = m.id and (v.published_at is not null or a.path like any (?))
                order by array_position(array['PUBLISHED', 'RECALLED', 'APPROVED', 'IN_REVIEW',
                  'DRAFT', 'ARCHIVED'], v.state), v.drafted_at desc, v.id desc limit 1) v
            where c.id = ? and home.path like any (?)
            order by e.added_at, m.number
            """,
            row ->
                new Found(row.id(1), row.text(2), row.text(3), row.text(4), row.text(5), row.id(6)),
            LocalDate.ofInstant(clock.instant(), Clocks.ZONE),
            desk.scope().patterns(),
            id,
            desk.scope().patterns());
    var faces = cover.of(found.stream().map(Found::version).toList());
    return found.stream()
        .map(
            one ->
                new Entry(
                    one.material(),
                    one.number(),
                    one.title(),
                    one.kind(),
                    one.state(),
                    faces.getOrDefault(one.version(), Cover.Face.NONE)))
        .toList();
  }
}
