package firstline.console.bulletin;

import static firstline.console.bulletin.BulletinRights.READ;

import firstline.console.bulletin.BulletinText.Piece;
import firstline.console.bulletin.Template.Figure;
import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Review;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads bulletins for pages. */
@ApplicationScoped
public class BulletinQueries {
  static final int SIZE = 50;

  /** A line of the list; number is empty until it is issued. */
  public record Line(
      UUID id,
      String number,
      String title,
      String areaName,
      LocalDate since,
      LocalDate until,
      BulletinState state,
      String writers,
      Instant writtenAt) {
    /** The title with the bulletin's own area and days. */
    public String heading() {
      return BulletinText.title(title, new BulletinText.Frame(areaName, since, until));
    }
  }

  /**
   * A figure of a bulletin.
   *
   * @param value as it was frozen; while it is a draft, as it is counted now
   * @param now as it is counted now
   */
  public record Shown(
      int place,
      Figure figure,
      String areaName,
      @Nullable LocalDate since,
      LocalDate until,
      long value,
      long now) {
    public long difference() {
      return now - value;
    }
  }

  /**
   * A bulletin.
   *
   * @param correctedBy id of the issue that corrects this one; null if there is none
   * @param correctsNumber number of the one that this corrects; empty if none
   */
  public record View(
      UUID id,
      long version,
      Line line,
      String area,
      String department,
      boolean english,
      BulletinText text,
      List<String> writers,
      String hash,
      @Nullable Instant submittedAt,
      String returnedWhy,
      @Nullable Instant issuedAt,
      String issuedName,
      @Nullable UUID corrects,
      String correctsNumber,
      @Nullable UUID correctedBy,
      List<Shown> figures) {
    public List<List<Piece>> body() {
      return filled(text.body());
    }

    public List<List<Piece>> message() {
      return filled(text.message());
    }

    public List<List<Piece>> spoken() {
      return filled(text.spoken());
    }

    /** Figures that are counted differently now; none while it is a draft. */
    public List<Shown> changed() {
      return figures.stream().filter(figure -> figure.difference() != 0).toList();
    }

    String plain(String template) {
      return BulletinText.plain(template, frame(), named(), values());
    }

    private List<List<Piece>> filled(String template) {
      return BulletinText.filled(template, frame(), named(), values());
    }

    private List<Figure> named() {
      return figures.stream().map(Shown::figure).toList();
    }

    private Map<Figure, Long> values() {
      var values = new HashMap<Figure, Long>();
      figures.forEach(figure -> values.put(figure.figure(), figure.value()));
      return values;
    }

    private BulletinText.Frame frame() {
      return new BulletinText.Frame(line.areaName(), line.since(), line.until());
    }
  }

  private static final String LINE =
      """
      select b.id, coalesce(b.number, ''), b.title, a.name, b.since, b.until, b.state,
        b.writer_names, b.written_at
      """;

  @Inject private Sql sql;
  @Inject private Bulletins bulletins;
  @Inject private Reviews reviews;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected BulletinQueries() {}

  /** For tests without a server. */
  BulletinQueries(Sql sql, Bulletins bulletins, Reviews reviews, Desk desk) {
    this.sql = sql;
    this.bulletins = bulletins;
    this.reviews = reviews;
    this.desk = desk;
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.date(5),
        row.date(6),
        BulletinState.valueOf(row.text(7)),
        row.text(8),
        row.instant(9));
  }

  /** A page of the bulletins, the newest first. */
  @Allows(right = READ, reads = true)
  public Page<Line> list(String state, Cursor cursor) {
    var select =
        Select.from(LINE + " from bulletin b join area a on a.code = b.area_code")
            .where("a.path like any (?)", (Object) desk.scope().patterns())
            .whereSet("b.state = ?", state);
    select.newestFirst("b.written_at", "b.id", cursor, SIZE);
    return Page.of(
        sql.list(select, BulletinQueries::line),
        SIZE,
        cursor,
        line -> Cursor.of(line.writtenAt(), line.id()));
  }

  /**
   * A bulletin with its figures, frozen and as they are now.
   *
   * @throws firstline.persistence.refusal.NotFound outside the scope
   */
  @Allows(right = READ, reads = true)
  @Requirement("R100.5")
  public View one(UUID id) {
    return sql.one(
        LINE
            + """
            , b.version, b.area_code, b.department_name, b.language, b.body, b.message, b.spoken,
              b.writers::text[], coalesce(b.hash, ''), b.submitted_at, b.returned_why,
              b.issued_at, coalesce(b.issued_name, ''), b.corrects::text,
              coalesce((select o.number from bulletin o where o.id = b.corrects), ''),
              (select c.id::text from bulletin c where c.corrects = b.id)
            from bulletin b join area a on a.code = b.area_code
            where b.id = ? and a.path like any (?)
            """,
        row -> {
          var line = line(row);
          var text = new BulletinText(line.title(), row.text(14), row.text(15), row.text(16));
          return new View(
              id,
              row.number(10),
              line,
              row.text(11),
              row.text(12),
              row.text(13).equals("en"),
              text,
              row.texts(17),
              row.text(18),
              row.instantOrNull(19),
              row.text(20),
              row.instantOrNull(21),
              row.text(22),
              uuid(row.textOrNull(23)),
              row.text(24),
              uuid(row.textOrNull(25)),
              figures(id, line, row.text(11), text));
        },
        id,
        desk.scope().patterns());
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    return text == null ? null : UUID.fromString(text);
  }

  private List<Shown> figures(UUID id, Line line, String area, BulletinText text) {
    var now = bulletins.counted(text, area, line.since(), line.until());
    var frozen = bulletins.frozen(id);
    return IntStream.range(0, now.size())
        .mapToObj(
            place -> {
              var one = now.get(place);
              return new Shown(
                  place,
                  one.figure(),
                  one.areaName(),
                  one.since(),
                  one.until(),
                  frozen.getOrDefault(one.figure(), one.value()),
                  one.value());
            })
        .toList();
  }

  /** What a frozen figure was made of; while it is a draft, what it is made of now. */
  @Allows(right = READ, reads = true)
  @Requirement("R100.7")
  public List<Indicators.Told> sources(View view, int place) {
    if (view.line().state() == BulletinState.DRAFT) {
      return bulletins
          .counted(view.text(), view.area(), view.line().since(), view.line().until())
          .get(place)
          .sources();
    }
    return sql.list(
        """
        select day, source, areas, value from bulletin_source
        where bulletin_id = ? and place = ? order by day desc, source
        """,
        row -> new Indicators.Told(row.date(1), row.text(2), row.integer(3), row.number(4)),
        view.id(),
        place);
  }

  /** Its reviews, the latest last. */
  @Allows(right = READ, reads = true)
  public List<Review> reviews(UUID id) {
    return reviews.history("bulletin", id);
  }
}
