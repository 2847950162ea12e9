package firstline.console.bulletin;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.trail.Stop;
import firstline.persistence.trail.Stop.Mood;
import firstline.persistence.trail.TrailContribution;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** From an issued bulletin to the issue that corrects it; what is made of either hangs below. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class BulletinTrail implements TrailContribution {
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
  protected BulletinTrail() {}

  /** For tests without a server. */
  BulletinTrail(Sql sql, Desk desk, Words words) {
    this.sql = sql;
    this.desk = desk;
    this.words = words;
  }

  @Override
  @Requirement("R108.7")
  public Optional<Stop> stop(String key) {
    var keys = List.of(key);
    return issues(keys).stream().findFirst();
  }

  @Override
  @Requirement("R108.7")
  public List<Stop> after(List<String> keys) {
    return issuesOf(keys);
  }

  /** Nothing for whoever may not look into this house. */
  private String[] seen() {
    return desk.officer().scope(BulletinRights.READ).patterns();
  }

  /** The issues of the numbers. */
  private List<Stop> issues(List<String> numbers) {
    return sql.list(
        ISSUES + "where b.number = any (?) and a.path like any (?)",
        this::issue,
        numbers.toArray(String[]::new),
        seen());
  }

  /** The issues that correct those of the numbers. */
  private List<Stop> issuesOf(List<String> corrected) {
    return sql.list(
        ISSUES
            + "where o.number = any (?) and b.state = 'ISSUED' and a.path like any (?)"
            + " order by b.issued_at",
        this::issue,
        corrected.toArray(String[]::new),
        seen());
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
