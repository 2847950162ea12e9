package firstline.publicity.sample;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.publicity.material.Materials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a sample city published before it is shown: the same rows as the use cases leave,
 * thousands at once.
 */
@ApplicationScoped
public class WriteCatalogue {
  private static final Duration REVIEWED = Duration.ofHours(5);
  private static final Duration PUBLISHED = Duration.ofHours(7);

  /** Somebody of the sample. */
  record Person(UUID id, String name, UUID department, String departmentName) {}

  /** An area. */
  record Place(String code, String name) {}

  /** Who wrote, reviewed and published it all. */
  record People(Person editor, Person reviewer, Person publisher) {}

  @Inject private Sql sql;
  @Inject private Numbering numbering;

  @SuppressWarnings("NullAway.Init")
  protected WriteCatalogue() {}

  /** For tests without a server. */
  WriteCatalogue(Sql sql, Numbering numbering) {
    this.sql = sql;
    this.numbering = numbering;
  }

  /** Whoever has the name. */
  @Allows(right = Rights.SYSTEM, reads = true)
  Person person(String username) {
    return sql.one(
        """
        select o.id, o.name, d.id, d.name from officer o join department d on d.id = o.department_id
        where o.username = ?
        """,
        row -> new Person(row.id(1), row.text(2), row.id(3), row.text(4)),
        username);
  }

  /** The city's counties and townships, the city first: 12-digit code and name. */
  @Allows(right = Rights.SYSTEM, reads = true)
  List<Place> places(String city) {
    return sql.list(
        """
        select a.code, a.name from area a join area c on c.code = ?
        where a.path like c.path || '%' and a.level in ('CITY', 'COUNTY', 'TOWNSHIP')
        order by a.path
        """,
        row -> new Place(row.text(1), row.text(2)), city);
  }

  /** Writes the entries, published; how many. */
  @Allows(right = Rights.SYSTEM, ownRecord = true)
  @Requirement("R74.1")
  int write(List<Entry> entries, People people) {
    var numbers = numbering.next("material", "M-", 4, entries.size());
    var next = new AtomicInteger();
    var rows = new Rows();
    entries.forEach(entry -> rows.add(entry, numbers.get(next.getAndIncrement()), people));
    rows.write(sql);
    sql.update(
        """
        update stored_file set is_public = true
        where id in (select file_id from material_version where state = 'PUBLISHED')
        """);
    return entries.size();
  }

  /** The rows of each table, in the order in which they refer to each other. */
  private static final class Rows {
    private final List<@Nullable Object[]> materials = new ArrayList<>();
    private final List<@Nullable Object[]> variants = new ArrayList<>();
    private final List<@Nullable Object[]> versions = new ArrayList<>();
    private final List<@Nullable Object[]> reviews = new ArrayList<>();
    private final List<@Nullable Object[]> decisions = new ArrayList<>();
    private final List<@Nullable Object[]> steps = new ArrayList<>();

    void add(Entry entry, String number, People people) {
      var material = Ids.next();
      var variant = Ids.next();
      var version = Ids.next();
      var content = entry.content();
      var hash = Materials.hash(entry.kind(), entry.variant(), content);
      var drafted = entry.draftedAt();
      var published = drafted.plus(PUBLISHED);
      var editor = people.editor();
      materials.add(
          new @Nullable Object[] {
            material,
            entry.area(),
            editor.department(),
            editor.departmentName(),
            number,
            entry.kind().name(),
            entry.topic(),
            content.title(),
            content.until(),
            drafted,
            published
          });
      variants.add(
          new @Nullable Object[] {
            variant,
            material,
            entry.variant().language(),
            entry.variant().dialect(),
            entry.variant().audience(),
            entry.variant().size(),
            drafted
          });
      var file = content.attachment();
      versions.add(
          new @Nullable Object[] {
            version,
            entry.area(),
            material,
            variant,
            content.title(),
            content.summary(),
            content.altText(),
            content.text(),
            file == null ? null : file.file(),
            file == null ? null : file.sha256(),
            file == null ? null : file.mediaType(),
            content.source().kind().name(),
            content.source().reference(),
            content.rights(),
            content.from(),
            content.until(),
            hash,
            editor.id().toString(),
            drafted,
            drafted,
            drafted.plus(REVIEWED),
            published
          });
      review(entry, version, hash, people);
      step(material, version, "DRAFTED", drafted, editor);
      step(material, version, "SUBMITTED", drafted, editor);
      step(material, version, "APPROVED", drafted.plus(REVIEWED), people.reviewer());
      step(material, version, "PUBLISHED", published, people.publisher());
    }

    private void review(Entry entry, UUID version, String hash, People people) {
      var review = Ids.next();
      var at = entry.draftedAt().plus(REVIEWED);
      reviews.add(
          new @Nullable Object[] {
            review,
            entry.area(),
            Materials.REVIEWED,
            version,
            hash,
            entry.draftedAt(),
            at,
            new String[] {people.editor().id().toString()}
          });
      decisions.add(
          new @Nullable Object[] {
            review,
            people.reviewer().id(),
            people.reviewer().name(),
            people.reviewer().departmentName(),
            hash,
            at
          });
    }

    private void step(UUID material, UUID version, String verb, Instant at, Person person) {
      steps.add(
          new @Nullable Object[] {
            Ids.next(),
            material,
            version,
            verb,
            at,
            person.id(),
            person.name(),
            person.departmentName()
          });
    }

    void write(Sql sql) {
      sql.batch(
          """
          insert into material (id, version, area_code, department_id, department_name, number,
            kind, topic_id, title, state, valid_until, drafted_at, published_at)
          values (?, 1, ?, ?, ?, ?, ?, ?, ?, 'PUBLISHED', ?, ?, ?)
          """,
          materials);
      sql.batch(
          """
          insert into variant (id, material_id, language, dialect, audience, size, made_at)
          values (?, ?, ?, ?, ?, ?, ?)
          """,
          variants);
      sql.batch(
          """
          insert into material_version (id, version, area_code, material_id, variant_id, ordinal,
            title, summary, alt_text, text, file_id, sha256, media_type, source, source_ref, rights,
            valid_from, valid_until, hash, state, writers, drafted_at, submitted_at, approved_at,
            published_at)
          values (?, 1, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PUBLISHED', ?, ?, ?, ?,
            ?)
          """,
          versions);
      sql.batch(
          """
          insert into review (id, version, area_code, subject_type, subject_id, hash, lane, steps,
            state, submitted_at, approved_at, authors)
          values (?, 1, ?, ?, ?, ?, 'NORMAL', 1, 'APPROVED', ?, ?, ?::uuid[])
          """,
          reviews);
      sql.batch(
          "insert into review_decision values (?, 1, ?, ?, ?, ?, 'APPROVED', '', ?)", decisions);
      sql.batch(
          """
          insert into material_step (id, material_id, version_id, ordinal, verb, at, officer_id,
            officer_name, department_name) values (?, ?, ?, 1, ?, ?, ?, ?, ?)
          """,
          steps);
    }
  }
}
