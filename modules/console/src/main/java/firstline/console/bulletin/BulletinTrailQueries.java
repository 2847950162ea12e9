package firstline.console.bulletin;

import static firstline.console.bulletin.BulletinRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.trail.Stop;
import firstline.persistence.trail.Stop.Mood;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;

/** Issued bulletins as stops of a trail. */
@ApplicationScoped
public class BulletinTrailQueries {
  /** An issue that was corrected stays where it was and says so: it is not due. */
  private static final String ISSUES =
      """
      select b.number, coalesce(o.number, ''), b.title, a.name, b.since, b.until,
        coalesce((select c.number from bulletin c where c.corrects = b.id), ''), b.id, b.issued_at
      from bulletin b join area a on a.code = b.area_code left join bulletin o on o.id = b.corrects
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Words words;

  @SuppressWarnings("NullAway.Init")
  protected BulletinTrailQueries() {}

  /** For tests without a server. */
  BulletinTrailQueries(Sql sql, Desk desk, Words words) {
    this.sql = sql;
    this.desk = desk;
    this.words = words;
  }

  /** The issues of the numbers. */
  @Allows(right = READ, reads = true)
  @Requirement("R108.7")
  public List<Stop> issues(List<String> numbers) {
    return sql.list(
        ISSUES + "where b.number = any (?) and a.path like any (?)",
        this::issue,
        numbers.toArray(String[]::new),
        desk.scope().patterns());
  }

  /** The issues that correct those of the numbers. */
  @Allows(right = READ, reads = true)
  @Requirement("R108.7")
  public List<Stop> issuesOf(List<String> corrected) {
    return sql.list(
        ISSUES
            + "where o.number = any (?) and b.state = 'ISSUED' and a.path like any (?)"
            + " order by b.issued_at",
        this::issue,
        corrected.toArray(String[]::new),
        desk.scope().patterns());
  }

  private Stop issue(Row row) throws SQLException {
    var by = row.text(7);
    return new Stop(
        row.text(1),
        row.text(2),
        "BULLETIN",
        row.text(1)
            + " "
            + BulletinText.title(
                row.text(3), new BulletinText.Frame(row.text(4), row.date(5), row.date(6))),
        Mood.DONE,
        by.isEmpty() ? words.get("bulletin.state.ISSUED") : words.of("bulletin.corrected.by", by),
        "/console/bulletin?id=" + row.id(8),
        row.instantOrNull(9));
  }
}
