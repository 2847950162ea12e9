package firstline.console.admin.audit;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Rows of the audit record as the audit administrator reads them. */
@ApplicationScoped
public class AuditQueries {
  static final int SIZE = 50;
  private static final Set<String> OUTCOMES = Set.of("SUCCESS", "REFUSED", "FAILED");

  /**
   * What the list is narrowed to; empty for everything.
   *
   * @param officer part of a name, a username or an id
   * @param useCase part of the name of a use case
   * @param outcome {@code SUCCESS}, {@code REFUSED} or {@code FAILED}
   * @param subject id of the record that was worked on
   * @param from first day, such as 2026-11-23
   * @param to last day
   */
  public record Filter(
      String officer, String useCase, String outcome, String subject, String from, String to) {}

  /** A line of the list. */
  public record Line(
      long sequence,
      Instant at,
      String officer,
      String officerName,
      String department,
      String areaCode,
      String useCase,
      String right,
      String subject,
      String outcome,
      String detail) {}

  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected AuditQueries() {}

  AuditQueries(Sql sql) {
    this.sql = sql;
  }

  /**
   * One page, the newest on top.
   *
   * @param after sequence of the row above the page, or empty
   * @param before sequence of the row below it, or empty
   * @param size how many rows
   */
  @Allows(right = Rights.ADMIN_AUDIT, reads = true)
  public Page<Line> list(Filter filter, String after, String before, int size) {
    var backwards = after.isEmpty() && !before.isEmpty();
    var select = narrowed(filter);
    if (backwards) {
      select.where("r.sequence > ?", sequence(before)).end("order by r.sequence limit ?", size + 1);
    } else {
      if (!after.isEmpty()) {
        select.where("r.sequence < ?", sequence(after));
      }
      select.end("order by r.sequence desc limit ?", size + 1);
    }
    var fetched = sql.list(select, AuditQueries::line);
    var more = fetched.size() > size;
    List<Line> rows = new ArrayList<>(more ? fetched.subList(0, size) : fetched);
    if (rows.isEmpty()) {
      return new Page<>(rows, "", "");
    }
    if (backwards) {
      Collections.reverse(rows);
    }
    var hasBefore = backwards ? more : !after.isEmpty();
    var hasAfter = backwards || more;
    return new Page<>(
        rows,
        hasBefore ? String.valueOf(rows.get(0).sequence()) : "",
        hasAfter ? String.valueOf(rows.get(rows.size() - 1).sequence()) : "");
  }

  private static Select narrowed(Filter filter) {
    var select =
        Select.from(
            """
            select r.sequence, r.at, r.officer, r.officer_name, r.department, r.area_code,
              r.use_case, r.right_key, r.subject, r.outcome, r.detail
            from audit_row r
            """);
    var officer = filter.officer().strip();
    if (!officer.isEmpty()) {
      select.where(
          "strpos(r.officer_name, ?) > 0 or r.officer = ?"
              + " or r.officer = (select o.id::text from officer o where o.username = lower(?))",
          officer,
          officer,
          officer);
    }
    select
        .whereSet("strpos(lower(r.use_case), lower(?)) > 0", filter.useCase().strip())
        .whereSet("r.subject = ?", filter.subject().strip());
    // Said as a constant so that the partial index of what did not succeed is seen.
    if (OUTCOMES.contains(filter.outcome())) {
      select.where("r.outcome = ?", filter.outcome());
      if (!filter.outcome().equals("SUCCESS")) {
        select.where("r.outcome <> 'SUCCESS'");
      }
    }
    if (!filter.from().isEmpty()) {
      select.where("r.at >= ?", day(filter.from()).atStartOfDay(Clocks.ZONE).toInstant());
    }
    if (!filter.to().isEmpty()) {
      select.where("r.at < ?", day(filter.to()).plusDays(1).atStartOfDay(Clocks.ZONE).toInstant());
    }
    return select;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Refusal("audit.day", text);
    }
  }

  private static long sequence(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new Refusal("page.cursor");
    }
    return Long.parseLong(text);
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.number(1),
        row.instant(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.text(9),
        row.text(10),
        row.text(11));
  }
}
