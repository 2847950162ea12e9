package firstline.publicity.material;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.review.Review;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Happening;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Material as the officers see it. */
@ApplicationScoped
public class MaterialQueries {
  /** A choice of a list. */
  public record Choice(UUID id, String name, String nameEn) {}

  /** The record. */
  public record View(
      UUID id,
      long version,
      String number,
      Kind kind,
      String title,
      String state,
      String areaName,
      String departmentName,
      @Nullable UUID topic,
      String topicName,
      @Nullable UUID campaign,
      String campaignName,
      @Nullable Instant publishedAt,
      List<Version> versions) {}

  /** One version of it. */
  public record Version(
      UUID id,
      long version,
      Variant variant,
      int ordinal,
      Content content,
      String fileName,
      long bytes,
      String hash,
      String state,
      String writers,
      String writerNames,
      String returnedWhy,
      String recalledWhy,
      Instant draftedAt,
      @Nullable Instant submittedAt,
      @Nullable Instant approvedAt,
      @Nullable Instant publishedAt,
      @Nullable Instant recalledAt) {}

  /** What happened, the newest first. */
  public record Event(
      Instant at, String officerName, String departmentName, String verb, int ordinal, String why) {
    /** The same in words. */
    public Happening said(String words) {
      return new Happening(at, officerName, departmentName, words, why);
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Reviews reviews;
  @Inject private Clock clock;

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  private String shown(String state, @Nullable LocalDate until) {
    return state.equals(MaterialState.PUBLISHED.name()) && until != null && until.isBefore(today())
        ? MaterialState.EXPIRED.name()
        : state;
  }

  /** The material to which a version belongs. */
  @Allows(right = READ, reads = true)
  public UUID of(UUID version) {
    return sql.one(
        """
        select v.material_id from material_version v join area a on a.code = v.area_code
        where v.id = ? and (a.path like any (?) or v.published_at is not null)
        """,
        row -> row.id(1),
        version,
        desk.scope().patterns());
  }

  /** The record with its versions, the newest first. */
  @Allows(right = READ, reads = true)
  public View one(UUID id) {
    var versions =
        sql.list(
            """
            select v.id, v.version, r.language, r.dialect, r.audience, r.size, v.ordinal, v.title,
              v.summary, v.alt_text, v.text, v.file_id, v.sha256, v.media_type, v.source,
              v.source_ref, v.source_hash, v.rights, v.valid_from, v.valid_until,
              coalesce(f.name, ''), coalesce(f.bytes, 0), v.hash, v.state, v.writers,
              (select coalesce(string_agg(distinct s.officer_name, '、'), '') from material_step s
                where s.version_id = v.id and s.verb in ('DRAFTED', 'EDITED')),
              v.returned_why, v.recalled_why, v.drafted_at, v.submitted_at, v.approved_at,
              v.published_at, v.recalled_at
            from material_version v join variant r on r.id = v.variant_id
              left join stored_file f on f.id = v.file_id join area a on a.code = v.area_code
            where v.material_id = ? and (a.path like any (?) or v.published_at is not null)
            order by v.drafted_at desc, v.id desc
            """,
            this::version,
            id,
            desk.scope().patterns());
    return sql.one(
        """
        select m.id, m.version, m.number, m.kind, m.title, m.state, a.name, m.department_name,
          m.topic_id, coalesce(t.name, ''), m.campaign_id, coalesce(c.title, ''), m.published_at,
          m.valid_until
        from material m join area a on a.code = m.area_code
          left join topic t on t.id = m.topic_id
          left join publicity_campaign c on c.id = m.campaign_id
        where m.id = ? and (a.path like any (?) or m.published_at is not null)
        """,
        row ->
            new View(
                row.id(1),
                row.number(2),
                row.text(3),
                Kind.valueOf(row.text(4)),
                row.text(5),
                shown(row.text(6), row.dateOrNull(14)),
                row.text(7),
                row.text(8),
                row.idOrNull(9),
                row.text(10),
                row.idOrNull(11),
                row.text(12),
                row.instantOrNull(13),
                versions),
        id,
        desk.scope().patterns());
  }

  private Version version(Row row) throws SQLException {
    var file = row.idOrNull(12);
    var content =
        new Content(
            row.text(8),
            row.text(9),
            row.text(10),
            row.text(11),
            file == null ? null : new Content.Attachment(file, row.text(13), row.text(14)),
            new Source(Source.Kind.valueOf(row.text(15)), row.text(16), row.text(17)),
            row.text(18),
            row.dateOrNull(19),
            row.dateOrNull(20));
    return new Version(
        row.id(1),
        row.number(2),
        new Variant(row.text(3), row.text(4), row.text(5), row.text(6)),
        row.integer(7),
        content,
        row.text(21),
        row.number(22),
        row.text(23),
        shown(row.text(24), content.until()),
        row.text(25),
        row.text(26),
        row.text(27),
        row.text(28),
        row.instant(29),
        row.instantOrNull(30),
        row.instantOrNull(31),
        row.instantOrNull(32),
        row.instantOrNull(33));
  }

  /** What happened to it, the newest first. */
  @Allows(right = READ, reads = true)
  public List<Event> history(UUID id) {
    return sql.list(
        """
        select s.at, s.officer_name, s.department_name, s.verb, s.ordinal, s.reason
        from material_step s join material m on m.id = s.material_id
          join area a on a.code = m.area_code
        where s.material_id = ? and (a.path like any (?) or m.published_at is not null) order by s.at desc, s.id desc
        """,
        row ->
            new Event(
                row.instant(1), row.text(2), row.text(3), row.text(4), row.integer(5), row.text(6)),
        id,
        desk.scope().patterns());
  }

  /** Every review of a version, the oldest first. */
  @Allows(right = READ, reads = true)
  public List<Review> reviews(UUID version) {
    return reviews.history(Materials.REVIEWED, version);
  }

  /** The city's topics, in their order. */
  @Allows(right = READ, reads = true)
  public List<Choice> topics() {
    return sql.list(
        "select id, name, name_en from topic order by position, name",
        row -> new Choice(row.id(1), row.text(2), row.text(3)));
  }

  /** Campaigns that are not over, of the officer's areas. */
  @Allows(right = READ, reads = true)
  public List<Choice> campaigns() {
    return sql.list(
        """
        select c.id, c.title, c.title from publicity_campaign c join area a on a.code = c.area_code
        where c.ends >= ? and a.path like any (?) order by c.begins desc, c.id limit 100
        """,
        row -> new Choice(row.id(1), row.text(2), row.text(3)),
        today(),
        desk.scope().patterns());
  }

  /**
   * Hash of the rebuttal's text that stands now; empty if none was told of, or it is no rebuttal.
   */
  @Allows(right = READ, reads = true)
  public String citedHash(String source, String number) {
    return source.equals(Source.Kind.REBUTTAL.name())
        ? sql.first("select hash from cited_rebuttal where number = ?", row -> row.text(1), number)
            .orElse("")
        : "";
  }

  /** Number of the rebuttal that the version cites and that was corrected since; empty if none. */
  @Allows(right = READ, reads = true)
  public String due(UUID version) {
    return sql.first(
            "select rebuttal from correction_due where version_id = ?", row -> row.text(1), version)
        .orElse("");
  }
}
