package firstline.console.bulletin;

import firstline.console.bulletin.Template.Figure;
import firstline.console.bulletin.Template.Span;
import firstline.persistence.database.Sql;
import firstline.persistence.indicator.IndicatorContribution;
import firstline.persistence.indicator.IndicatorContribution.Indicator;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bulletins as the use cases change them, and what their texts name, counted. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Bulletins {
  /** A bulletin, which nobody else changes until the transaction ends. */
  record Held(
      UUID id,
      long version,
      String area,
      String areaName,
      BulletinState state,
      BulletinText text,
      LocalDate since,
      LocalDate until,
      Set<UUID> writers,
      @Nullable String hash) {
    BulletinText.Frame frame() {
      return new BulletinText.Frame(areaName, since, until);
    }

    Reviews.Subject subject() {
      return new Reviews.Subject("bulletin", id, area);
    }

    /** Refuses what can only be done in another state. */
    void require(BulletinState wanted) {
      if (state != wanted) {
        throw new Refusal("bulletin.not-" + wanted);
      }
    }
  }

  /** A figure as it was counted. */
  public record Counted(
      Figure figure,
      String areaName,
      @Nullable LocalDate since,
      LocalDate until,
      long value,
      List<Indicators.Told> sources) {}

  private final Sql sql;
  private final Desk desk;
  private final Indicators indicators;
  private final Set<String> known;

  @SuppressWarnings("NullAway")
  protected Bulletins() {
    this(null, null, null, Stream.of());
  }

  @Inject
  Bulletins(
      Sql sql,
      Desk desk,
      Indicators indicators,
      @Any Instance<IndicatorContribution> contributions) {
    this(sql, desk, indicators, contributions.stream());
  }

  /** For tests without a server. */
  Bulletins(Sql sql, Desk desk, Indicators indicators, Stream<IndicatorContribution> modules) {
    this.sql = sql;
    this.desk = desk;
    this.indicators = indicators;
    this.known =
        modules
            .flatMap(module -> module.indicators().stream())
            .map(Indicator::key)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The bulletin at its version.
   *
   * @throws NotFound outside the scope
   * @throws Conflict if somebody changed it meanwhile
   */
  Held at(UUID id, long version) {
    var held =
        sql.first(
                """
                select b.version, b.area_code, a.name, b.state, b.title, b.body, b.message,
                  b.spoken, b.since, b.until, b.writers::text[], b.hash
                from bulletin b join area a on a.code = b.area_code
                where b.id = ? and a.path like any (?) for update of b
                """,
                row ->
                    new Held(
                        id,
                        row.number(1),
                        row.text(2),
                        row.text(3),
                        BulletinState.valueOf(row.text(4)),
                        new BulletinText(row.text(5), row.text(6), row.text(7), row.text(8)),
                        row.date(9),
                        row.date(10),
                        row.texts(11).stream()
                            .map(UUID::fromString)
                            .collect(Collectors.toUnmodifiableSet()),
                        row.textOrNull(12)),
                id,
                desk.scope().patterns())
            .orElseThrow(NotFound::new);
    if (held.version() != version) {
      throw new Conflict();
    }
    return held;
  }

  /**
   * What the texts name, counted now.
   *
   * @throws Refusal {@code bulletin.key} with the key that nobody counts; {@code bulletin.where}
   *     with the area that is not there or not within the scope
   */
  @Requirement("R100.1")
  public List<Counted> counted(BulletinText text, String area, LocalDate since, LocalDate until) {
    var counted = new ArrayList<Counted>();
    for (var figure : text.figures()) {
      if (!known.contains(figure.key())) {
        throw new Refusal("bulletin.key", figure.key());
      }
      var where = figure.area().isEmpty() ? area : figure.area();
      var first =
          switch (figure.span()) {
            case PERIOD -> since;
            case TOTAL -> null;
            case LAST -> until;
          };
      var sources = indicators.told(figure.key(), where, first, until);
      counted.add(
          new Counted(
              figure,
              name(where),
              first,
              until,
              sources.stream().mapToLong(Indicators.Told::value).sum(),
              sources));
    }
    return counted;
  }

  private String name(String area) {
    return sql.first(
            "select name from area where code = ? and path like any (?)",
            row -> row.text(1),
            area,
            desk.scope().patterns())
        .orElseThrow(() -> new Refusal("bulletin.where", area));
  }

  /** Freezes what was counted, with its source list. */
  @Requirement("R100.3")
  void freeze(Held held, List<Counted> counted, Instant now) {
    var figures = new ArrayList<@Nullable Object[]>();
    var sources = new ArrayList<@Nullable Object[]>();
    for (var place = 0; place < counted.size(); place++) {
      var one = counted.get(place);
      figures.add(
          new Object[] {
            held.id(),
            place,
            one.figure().key(),
            one.figure().area(),
            one.figure().span().name(),
            one.since(),
            one.until(),
            one.value(),
            now
          });
      for (var source : one.sources()) {
        sources.add(
            new Object[] {
              held.id(), place, source.day(), source.source(), source.areas(), source.value()
            });
      }
    }
    sql.batch("insert into bulletin_figure values (?, ?, ?, ?, ?, ?, ?, ?, ?)", figures);
    sql.batch("insert into bulletin_source values (?, ?, ?, ?, ?, ?)", sources);
  }

  /** What was frozen is let go: the text goes back to its writers. */
  void thaw(Held held) {
    sql.update("delete from bulletin_source where bulletin_id = ?", held.id());
    sql.update("delete from bulletin_figure where bulletin_id = ?", held.id());
  }

  /** The frozen value of each figure; none of a draft. */
  Map<Figure, Long> frozen(UUID bulletin) {
    var values = new LinkedHashMap<Figure, Long>();
    sql.list(
        "select key, area, span, value from bulletin_figure where bulletin_id = ?"
            + " order by place",
        row ->
            values.put(
                new Figure(row.text(1), row.text(2), Span.valueOf(row.text(3))), row.number(4)),
        bulletin);
    return values;
  }
}
