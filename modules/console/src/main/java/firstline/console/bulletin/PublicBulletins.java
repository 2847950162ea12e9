package firstline.console.bulletin;

import firstline.console.bulletin.BulletinText.Piece;
import firstline.console.bulletin.Template.Figure;
import firstline.console.bulletin.Template.Span;
import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.publication.PublicPlaceContribution;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Issued bulletins as everybody may read them: as they were signed, never as counted now. */
@ApplicationScoped
public class PublicBulletins implements PublicPlaceContribution {
  static final int SIZE = 30;

  /** Lines of a source list that a page shows; older ones stand there as one sum. */
  static final int SOURCES = 120;

  /**
   * An issue.
   *
   * @param corrects number of the one that it corrects; empty if none
   * @param correctedBy number of the one that corrects it; empty if none
   */
  public record Issue(
      UUID id,
      String number,
      String title,
      String areaName,
      String department,
      String language,
      LocalDate since,
      LocalDate until,
      Instant issuedAt,
      String corrects,
      String correctedBy) {
    /** The title with the bulletin's own area and days. */
    public String heading() {
      return BulletinText.title(title, frame());
    }

    public boolean isCorrected() {
      return !correctedBy.isEmpty();
    }

    private BulletinText.Frame frame() {
      return new BulletinText.Frame(areaName, since, until);
    }
  }

  /** A figure as it was frozen. */
  public record Frozen(
      int place,
      Figure figure,
      String areaName,
      @Nullable LocalDate since,
      LocalDate until,
      long value) {}

  /** An issue with its paragraphs and figures. */
  public record View(Issue issue, List<List<Piece>> body, List<Frozen> figures) {}

  /**
   * What a figure was made of.
   *
   * @param rows the latest days first
   * @param older how many more there are
   * @param olderValue what those add up to
   */
  public record Sources(List<Indicators.Told> rows, long older, long olderValue) {}

  private static final String ISSUE =
      """
      select b.id, b.number, b.title, a.name, b.department_name, b.language, b.since, b.until,
        b.issued_at, coalesce((select o.number from bulletin o where o.id = b.corrects), ''),
        coalesce((select c.number from bulletin c where c.corrects = b.id), '')
      """;

  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected PublicBulletins() {}

  /** For tests without a server. */
  PublicBulletins(Sql sql) {
    this.sql = sql;
  }

  private static Issue issue(Row row) throws SQLException {
    return new Issue(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.date(7),
        row.date(8),
        row.instant(9),
        row.text(10),
        row.text(11));
  }

  /** A page of the issues, the newest first. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R108.1")
  public Page<Issue> list(Cursor cursor) {
    var select =
        Select.from(ISSUE + " from bulletin b join area a on a.code = b.area_code")
            .where("b.state = 'ISSUED'");
    select.newestFirst("b.issued_at", "b.id", cursor, SIZE);
    return Page.of(
        sql.list(select, PublicBulletins::issue),
        SIZE,
        cursor,
        issue -> Cursor.of(issue.issuedAt(), issue.id()));
  }

  /** The issue of the number, with its figures as they were frozen. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement({"R108.1", "R108.2"})
  public Optional<View> one(String number) {
    return sql.first(
        ISSUE
            + """
            , b.body from bulletin b join area a on a.code = b.area_code
            where b.number = ? and b.state = 'ISSUED'
            """,
        row -> {
          var issue = issue(row);
          var figures = figures(issue.id());
          return new View(
              issue,
              BulletinText.filled(
                  row.text(12),
                  issue.frame(),
                  figures.stream().map(Frozen::figure).toList(),
                  figures.stream().collect(Collectors.toMap(Frozen::figure, Frozen::value))),
              figures);
        },
        number);
  }

  /** The list and the issues that were not corrected since. */
  @Override
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R108.1")
  public List<Place> places() {
    var places = new ArrayList<Place>();
    places.add(new Place("/bulletins", null));
    places.addAll(
        sql.list(
            """
            select b.number, b.issued_at from bulletin b
            where b.state = 'ISSUED' and not exists (
              select 1 from bulletin c where c.corrects = b.id and c.state = 'ISSUED')
            order by b.issued_at desc limit 900
            """,
            row -> new Place("/bulletins/" + row.text(1), row.instant(2))));
    return places;
  }

  private List<Frozen> figures(UUID id) {
    return sql.list(
        """
        select f.place, f.key, f.area, f.span, f.since, f.until, f.value, a.name
        from bulletin_figure f join bulletin b on b.id = f.bulletin_id
          join area a on a.code = coalesce(nullif(f.area, ''), b.area_code)
        where f.bulletin_id = ? order by f.place
        """,
        row ->
            new Frozen(
                row.integer(1),
                new Figure(row.text(2), row.text(3), Span.valueOf(row.text(4))),
                row.text(8),
                row.dateOrNull(5),
                row.date(6),
                row.number(7)),
        id);
  }

  /** What the figure at the place was made of. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R108.1")
  public Sources sources(View view, int place) {
    var id = view.issue().id();
    var rows =
        sql.list(
            """
            select day, source, areas, value from bulletin_source
            where bulletin_id = ? and place = ? order by day desc, source limit ?
            """,
            row -> new Indicators.Told(row.date(1), row.text(2), row.integer(3), row.number(4)),
            id,
            place,
            SOURCES);
    return sql.one(
        """
        select count(*), coalesce(sum(value), 0)::bigint from (
          select value from bulletin_source where bulletin_id = ? and place = ?
          order by day desc, source offset ?) older
        """,
        row -> new Sources(rows, row.number(1), row.number(2)),
        id,
        place,
        SOURCES);
  }
}
