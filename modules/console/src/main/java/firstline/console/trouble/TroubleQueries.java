package firstline.console.trouble;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads reported problems: an administrator those of the own areas, anybody their own. */
@ApplicationScoped
public class TroubleQueries {
  static final int SIZE = 50;

  /** A report. */
  public record Line(
      UUID id,
      String said,
      String page,
      String language,
      String theme,
      @Nullable Integer width,
      String incident,
      String officer,
      String department,
      Instant reportedAt,
      String state,
      boolean own,
      boolean managed) {
    /** As much of it as a list shows. */
    public String excerpt() {
      return said.length() <= 80 ? said : said.substring(0, 79) + "…";
    }
  }

  /** What was said to it. */
  public record Step(String step, String officer, String said, Instant at) {}

  /** A report with what was said to it; {@code unseen} if its reporter has not seen the last. */
  public record View(Line line, List<Step> steps, boolean unseen) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected TroubleQueries() {}

  /** For tests without a server. */
  TroubleQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  private static final String LINE =
      """
      select t.id, t.said, t.page, t.language, t.theme, t.width, t.incident, t.officer_name,
        t.department_name, t.reported_at, t.state, t.officer_id = ?, a.path like any (?)
      from trouble t join area a on a.code = t.area_code
      """;

  private Select seen() {
    var me = desk.officer();
    var managed = me.scope(Rights.ADMIN_SYSTEM).patterns();
    return Select.from(LINE, me.id(), managed)
        .where("(t.officer_id = ? or a.path like any (?))", me.id(), managed);
  }

  /** Those that the officer may see, in one state or, for an empty one, in all. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R111.2")
  public Page<Line> list(String state, Cursor cursor) {
    return Page.of(
        sql.list(
            seen()
                .whereSet("t.state = ?", state)
                .newestFirst("t.reported_at", "t.id", cursor, SIZE),
            TroubleQueries::line),
        SIZE,
        cursor,
        line -> Cursor.of(line.reportedAt(), line.id()));
  }

  /**
   * One of them.
   *
   * @throws NotFound if the officer may not see it
   */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R111.2")
  public View one(UUID id) {
    var line =
        sql.list(seen().where("t.id = ?", id), TroubleQueries::line).stream()
            .findFirst()
            .orElseThrow(NotFound::new);
    var steps =
        sql.list(
            """
            select step, officer_name, said, at from trouble_step where trouble_id = ?
            order by at desc, id desc
            """,
            row -> new Step(row.text(1), row.text(2), row.text(3), row.instant(4)),
            id);
    var unseen = line.own() && !steps.isEmpty() && !steps.get(0).step().equals("SEEN");
    return new View(
        line, steps.stream().filter(step -> !step.step().equals("SEEN")).toList(), unseen);
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.textOrNull(6) == null ? null : row.integer(6),
        row.text(7),
        row.text(8),
        row.text(9),
        row.instant(10),
        row.text(11),
        row.flag(12),
        row.flag(13));
  }
}
