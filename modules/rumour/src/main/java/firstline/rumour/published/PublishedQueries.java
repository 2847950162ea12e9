package firstline.rumour.published;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.rumour.rebuttal.SourcesColumn;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is public, whole. Withdrawn rebuttals are shown by number and notice only. */
@ApplicationScoped
public class PublishedQueries {
  private static final String VIEW =
      """
      select r.id, r.number, r.department_name, r.area_code, a.name, r.first_public_at,
        r.public_at, r.withdrawn_at, r.withdrawal_notice, r.origin, v.claim, v.fact,
        v.explanation, v.sources, v.verdict, v.language, v.ordinal, v.kind, v.note,
        v.content_hash, v.ordinal < r.public_ordinal, v.advice, v.scope_place, v.valid_from,
        v.valid_until
      from rebuttal r join area a on a.code = r.area_code
      join rebuttal_version v on v.rebuttal_id = r.id
      """;

  /** Versions that are or were public; an imported one has only the instant that we wrote it. */
  private static final String HISTORY =
      """
      select r.id, v.ordinal, v.kind, v.note, v.fact, v.verdict, coalesce(v.published_at,
        case when v.ordinal = r.public_ordinal and r.withdrawn_at is null then r.public_at end,
        v.written_at)
      from rebuttal r join rebuttal_version v
        on v.rebuttal_id = r.id and v.ordinal <= r.public_ordinal
        and v.state in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')
      """;

  /**
   * The public page: a rebuttal in one of its versions.
   *
   * @param hash SHA-256 of what the version says
   * @param superseded true if a newer version is the public one
   * @param history every version that is or was public, the newest first
   */
  public record View(
      UUID id,
      String number,
      String departmentName,
      String areaCode,
      String areaName,
      @Nullable Instant firstPublicAt,
      Instant publicAt,
      @Nullable Instant withdrawnAt,
      @Nullable String notice,
      @Nullable String origin,
      String claim,
      String fact,
      String explanation,
      List<Source> sources,
      Verdict verdict,
      String language,
      int ordinal,
      String kind,
      String note,
      String hash,
      boolean superseded,
      Guidance guidance,
      List<Correction> history) {
    public View {
      sources = List.copyOf(sources);
      history = List.copyOf(history);
    }

    View with(List<Correction> versions) {
      return new View(
          id,
          number,
          departmentName,
          areaCode,
          areaName,
          firstPublicAt,
          publicAt,
          withdrawnAt,
          notice,
          origin,
          claim,
          fact,
          explanation,
          sources,
          verdict,
          language,
          ordinal,
          kind,
          note,
          hash,
          superseded,
          guidance,
          versions);
    }

    /** When the first version became public: here, or by the word of the system it came from. */
    public Instant published() {
      return firstPublicAt == null ? publicAt : firstPublicAt;
    }

    public boolean isCorrected() {
      return !kind.equals("ORIGINAL");
    }

    public boolean isWithdrawn() {
      return withdrawnAt != null;
    }

    /** When this version became public. */
    public Instant versionAt() {
      return history.stream()
          .filter(version -> version.ordinal() == ordinal)
          .map(Correction::at)
          .findFirst()
          .orElse(publicAt);
    }
  }

  /**
   * What to do, and for where and when the answer holds.
   *
   * @param advice empty if there is none
   * @param place empty for everywhere
   */
  public record Guidance(
      String advice, String place, @Nullable LocalDate from, @Nullable LocalDate until) {
    public boolean isTimed() {
      return from != null || until != null;
    }
  }

  /** A version that is or was public. */
  public record Correction(
      int ordinal, String kind, String note, String fact, String verdict, Instant at) {}

  private record Keyed(UUID id, Correction correction) {}

  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected PublishedQueries() {}

  /** For tests without a server. */
  public PublishedQueries(Sql sql) {
    this.sql = sql;
  }

  /** The rebuttal with the number, if it is or was public. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R3.4")
  public Optional<View> one(String number) {
    var views =
        sql.list(
            Select.from(VIEW).where("v.ordinal = r.public_ordinal").where("r.number = ?", number),
            PublishedQueries::view);
    return views.stream().findFirst().map(view -> view.with(history(number)));
  }

  /** One version of it, if that is or was public. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R8.3")
  public Optional<View> version(String number, int ordinal) {
    var views =
        sql.list(
            Select.from(VIEW)
                .where("v.ordinal = ?", ordinal)
                .where("v.ordinal <= r.public_ordinal")
                .where("v.state in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')")
                .where("r.number = ?", number),
            PublishedQueries::view);
    return views.stream().findFirst().map(view -> view.with(history(number)));
  }

  private List<Correction> history(String number) {
    return sql.list(
        Select.from(HISTORY).where("r.number = ?", number).end("order by v.ordinal desc"),
        row -> keyed(row).correction());
  }

  /**
   * All that is or was public, in the order of ids, so that any number of them can be passed on
   * without being held: two statements a batch.
   *
   * @param after id of the last one of the batch before
   */
  @Allows(right = Rights.EVERYONE, reads = true)
  public List<View> batch(UUID after, int size) {
    var views =
        sql.list(
            Select.from(VIEW)
                .where("v.ordinal = r.public_ordinal")
                .where("r.id > ?", after)
                .end("order by r.id limit ?", size),
            PublishedQueries::view);
    if (views.isEmpty()) {
      return views;
    }
    var histories =
        sql
            .list(
                Select.from(HISTORY)
                    .where("r.id > ?", after)
                    .where("r.id <= ?", views.get(views.size() - 1).id())
                    .end("order by v.ordinal desc"),
                PublishedQueries::keyed)
            .stream()
            .collect(groupingBy(Keyed::id, mapping(Keyed::correction, toList())));
    return views.stream()
        .map(view -> view.with(histories.getOrDefault(view.id(), List.of())))
        .toList();
  }

  private static Keyed keyed(Row row) throws SQLException {
    return new Keyed(
        row.id(1),
        new Correction(
            row.integer(2), row.text(3), row.text(4), row.text(5), row.text(6), row.instant(7)));
  }

  private static View view(Row row) throws SQLException {
    return new View(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.instantOrNull(6),
        row.instant(7),
        row.instantOrNull(8),
        row.textOrNull(9),
        row.textOrNull(10),
        row.text(11),
        row.text(12),
        row.text(13),
        SourcesColumn.read(row.text(14)),
        Verdict.valueOf(row.text(15)),
        row.text(16),
        row.integer(17),
        row.text(18),
        row.text(19),
        row.text(20),
        row.flag(21),
        new Guidance(row.text(22), row.text(23), row.dateOrNull(24), row.dateOrNull(25)),
        List.of());
  }
}
