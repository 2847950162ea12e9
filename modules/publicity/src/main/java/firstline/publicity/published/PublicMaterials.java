package firstline.publicity.published;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.file.GoneContribution;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import firstline.publicity.rendition.Cover;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is or was public, whole. */
@ApplicationScoped
@Allows(right = Rights.EVERYONE, reads = true)
public class PublicMaterials implements GoneContribution {
  /**
   * A material as the public sees it.
   *
   * @param versions what is out and holds, one of each variant; none if all of it is gone
   * @param gone what was out last of the other variants, and why it is not any more
   */
  public record View(
      UUID id,
      String number,
      String kind,
      String title,
      String areaName,
      String departmentName,
      String topic,
      String topicEn,
      String campaignNumber,
      String campaignTitle,
      Instant firstPublishedAt,
      List<Version> versions,
      List<Version> gone) {
    public boolean isGone() {
      return versions.isEmpty();
    }
  }

  /**
   * A version that is or was out.
   *
   * @param state PUBLISHED, EXPIRED, RECALLED or ARCHIVED on this day
   * @param why the reason of a recall
   * @param endedAt when it was recalled or archived; null if it expired or is out
   */
  public record Version(
      UUID id,
      UUID variant,
      int ordinal,
      String title,
      String summary,
      String altText,
      String text,
      String rights,
      String language,
      String dialect,
      String audience,
      String size,
      @Nullable UUID file,
      String mediaType,
      long bytes,
      String source,
      String sourceRef,
      String hash,
      String state,
      String why,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      Instant publishedAt,
      @Nullable Instant endedAt,
      Cover.Face face) {
    Version with(Cover.Face other) {
      return new Version(
          id,
          variant,
          ordinal,
          title,
          summary,
          altText,
          text,
          rights,
          language,
          dialect,
          audience,
          size,
          file,
          mediaType,
          bytes,
          source,
          sourceRef,
          hash,
          state,
          why,
          from,
          until,
          publishedAt,
          endedAt,
          other);
    }

    /** Its size, rounded up to whole kilobytes of 1,024 bytes. */
    public long kilobytes() {
      return (bytes + 1023) / 1024;
    }

    public boolean isOf(String sort) {
      return mediaType.startsWith(sort + "/");
    }
  }

  /** Something that became public, was recalled or ended. */
  public record Change(
      UUID id,
      String number,
      String title,
      String kind,
      String departmentName,
      String state,
      String text,
      Instant publishedAt,
      Instant at) {}

  /** A campaign. */
  public record Campaign(
      UUID id,
      String number,
      String title,
      String summary,
      String contact,
      String departmentName,
      LocalDate begins,
      LocalDate ends) {}

  @Inject private Sql sql;
  @Inject private Cover cover;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected PublicMaterials() {}

  /** For tests without a server. */
  public PublicMaterials(Sql sql, Cover cover, Clock clock) {
    this.sql = sql;
    this.cover = cover;
    this.clock = clock;
  }

  /** The material of a number; empty if it never was public. */
  @Requirement({"R65.2", "R65.3"})
  public Optional<View> one(String number) {
    var last =
        sql.list(
            """
            select distinct on (v.variant_id) v.id, v.variant_id, v.ordinal, v.title, v.summary,
              v.alt_text, v.text, v.rights, r.language, r.dialect, r.audience, r.size, v.file_id,
              coalesce(v.media_type, ''), coalesce(f.bytes, 0), v.source, v.source_ref, v.hash,
              case when v.state = 'PUBLISHED' and v.valid_until < ? then 'EXPIRED' else v.state end,
              v.recalled_why, v.valid_from, v.valid_until, v.published_at,
              coalesce(v.recalled_at, v.archived_at)
            from material m join material_version v on v.material_id = m.id
              join variant r on r.id = v.variant_id
              left join stored_file f on f.id = v.file_id
            where m.number = ? and v.published_at is not null
            order by v.variant_id, v.state = 'PUBLISHED' desc, v.published_at desc
            """,
            PublicMaterials::version,
            today(),
            number);
    var faces = cover.of(last.stream().map(Version::id).toList());
    var out =
        last.stream()
            .filter(one -> one.state().equals("PUBLISHED"))
            .map(one -> one.with(faces.getOrDefault(one.id(), Cover.Face.NONE)))
            .toList();
    var gone = last.stream().filter(one -> !one.state().equals("PUBLISHED")).toList();
    return sql.first(
        """
        select m.id, m.number, m.kind, m.title, a.name, m.department_name, coalesce(t.name, ''),
          coalesce(t.name_en, ''), coalesce(c.number, ''), coalesce(c.title, ''), m.published_at
        from material m join area a on a.code = m.area_code
          left join topic t on t.id = m.topic_id
          left join publicity_campaign c on c.id = m.campaign_id
        where m.number = ? and m.published_at is not null
        """,
        row ->
            new View(
                row.id(1),
                row.text(2),
                row.text(3),
                (out.isEmpty() ? gone : out)
                    .stream().findFirst().map(Version::title).orElse(row.text(4)),
                row.text(5),
                row.text(6),
                row.text(7),
                row.text(8),
                row.text(9),
                row.text(10),
                row.instant(11),
                out,
                gone),
        number);
  }

  /** The number of the material of a version that is or was public. */
  public Optional<String> numberOf(UUID version) {
    return sql.first(
        """
        select m.number from material_version v join material m on m.id = v.material_id
        where v.id = ? and v.published_at is not null
        """,
        row -> row.text(1),
        version);
  }

  @Override
  @Requirement("R65.8")
  public boolean wasOut(String sha256) {
    return sql.first(
            """
            select 1 from material_version where sha256 = ? and published_at is not null limit 1
            """,
            row -> row.integer(1),
            sha256)
        .isPresent();
  }

  /** How many of these versions are out today. */
  @Requirement("R65.8")
  public long out(Collection<UUID> versions) {
    return sql.one(
        """
        select count(*) from material_version where id = any (?::uuid[]) and state = 'PUBLISHED'
          and coalesce(valid_until >= ?, true)
        """,
        row -> row.number(1),
        versions.stream().map(UUID::toString).toArray(String[]::new),
        today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  private static Version version(Row row) throws SQLException {
    return new Version(
        row.id(1),
        row.id(2),
        row.integer(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.text(9),
        row.text(10),
        row.text(11),
        row.text(12),
        row.idOrNull(13),
        row.text(14),
        row.number(15),
        row.text(16),
        row.text(17),
        row.text(18),
        row.text(19),
        row.text(20),
        row.dateOrNull(21),
        row.dateOrNull(22),
        row.instant(23),
        row.instantOrNull(24),
        Cover.Face.NONE);
  }

  /** What became public, was recalled or ended, the latest first. */
  @Requirement("R65.5")
  public List<Change> changes(int most) {
    return sql.list(
        """
        select v.id, m.number, v.title, m.kind, m.department_name,
          case when v.state = 'PUBLISHED' and v.valid_until < ? then 'EXPIRED' else v.state end,
          case v.state when 'RECALLED' then v.recalled_why else left(concat_ws(' ',
            nullif(v.summary, ''), nullif(v.text, '')), 400) end,
          v.published_at, coalesce(v.recalled_at, v.archived_at, v.published_at)
        from material_version v join material m on m.id = v.material_id
        where v.published_at is not null and v.state in ('PUBLISHED', 'RECALLED')
        order by coalesce(v.recalled_at, v.archived_at, v.published_at) desc, v.id desc limit ?
        """,
        PublicMaterials::change,
        today(),
        most);
  }

  /** What was recalled or expired within so many days, the latest first. */
  @Requirement("R65.5")
  public List<Change> notices(int days, int most) {
    return sql.list(
        """
        select v.id, m.number, v.title, m.kind, m.department_name,
          case v.state when 'RECALLED' then 'RECALLED' else 'EXPIRED' end, v.recalled_why,
          v.published_at, coalesce(v.recalled_at, (v.valid_until + 1)::timestamp at time zone
            'Asia/Shanghai')
        from material_version v join material m on m.id = v.material_id
        where v.published_at is not null
          and ((v.state = 'RECALLED' and v.recalled_at >= ?)
            or (v.state = 'PUBLISHED' and v.valid_until < ? and v.valid_until >= ?))
        order by 9 desc, v.id desc limit ?
        """,
        PublicMaterials::change,
        today().minusDays(days).atStartOfDay(Clocks.ZONE).toInstant(),
        today(),
        today().minusDays(days),
        most);
  }

  private static Change change(Row row) throws SQLException {
    return new Change(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.instant(8),
        row.instant(9));
  }

  /** A campaign that has begun. */
  public Optional<Campaign> campaign(String number) {
    return sql.first(
        """
        select id, number, title, summary, contact, department_name, begins, ends
        from publicity_campaign where number = ? and begins <= ?
        """,
        row ->
            new Campaign(
                row.id(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.date(7),
                row.date(8)),
        number,
        today());
  }
}
