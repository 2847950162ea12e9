package firstline.publicity.material;

import firstline.persistence.aggregate.Aggregates;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.outbox.Outbox;
import firstline.persistence.publication.PublicChange;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Material for writing, within the officer's scope; keeps versions, their state and history. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Materials {
  /** Whose reviews these are. */
  public static final String REVIEWED = "material-version";

  /** A variant that is there, and what it is. */
  record Kept(UUID id, Variant variant) {}

  @Inject private Aggregates aggregates;
  @Inject private Numbering numbering;
  @Inject private Reviews reviews;
  @Inject private Outbox outbox;
  @Inject private Event<PublicChange> publicChange;
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  /** A version as the officer saw it. */
  public MaterialVersion at(UUID id, long version) {
    return aggregates.at(MaterialVersion.class, id, version);
  }

  /** The material of a version. */
  public Material of(MaterialVersion version) {
    return aggregates.at(Material.class, version.materialId());
  }

  Material material(UUID id, long version) {
    return aggregates.at(Material.class, id, version);
  }

  /** What a reviewer of this content approves: SHA-256 in hexadecimal. */
  public static String hash(Kind kind, Variant variant, Content content) {
    return content.hash(kind, variant);
  }

  static Reviews.Subject subject(MaterialVersion version) {
    return new Reviews.Subject(REVIEWED, version.id(), version.areaCode());
  }

  /** A new material with the first version of its first variant; that version's id. */
  @Requirement("R60.1")
  UUID add(String area, Kind kind, Material.Filing filing, Variant variant, Content content) {
    content.checked(kind);
    var number = numbering.next("material", "M-", 4, 1).get(0);
    var material =
        new Material(area, number, kind, content.title(), desk.officer(), clock.instant());
    material.file(filing);
    aggregates.add(material);
    aggregates.flush();
    return version(material, variant(material, variant), content);
  }

  /** A new version of a variant, behind those that there are; its id. */
  UUID version(Material material, Kept kept, Content content) {
    content.checked(material.kind());
    var open =
        sql.first(
            """
            select 1 from material_version where variant_id = ?
              and state in ('DRAFT', 'IN_REVIEW', 'APPROVED')
            """,
            row -> row.integer(1),
            kept.id());
    if (open.isPresent()) {
      throw new Refusal("material.open-version", material.number());
    }
    var last =
        sql.one(
            "select coalesce(max(ordinal), 0) from material_version where variant_id = ?",
            row -> row.integer(1),
            kept.id());
    var version =
        new MaterialVersion(
            material,
            kept.id(),
            last + 1,
            content,
            content.hash(material.kind(), kept.variant()),
            desk.officer(),
            clock.instant());
    aggregates.add(version);
    keep(version);
    return version.id();
  }

  /** The variant of the material, made if it is not there. */
  Kept variant(Material material, Variant variant) {
    var found =
        sql.first(
            """
            select id from variant where material_id = ? and language = ? and dialect = ?
              and audience = ? and size = ?
            """,
            row -> row.id(1),
            material.id(),
            variant.language(),
            variant.dialect(),
            variant.audience(),
            variant.size());
    return new Kept(found.orElseGet(() -> insert(material, variant)), variant);
  }

  private UUID insert(Material material, Variant variant) {
    var id = Ids.next();
    sql.update(
        """
        insert into variant (id, material_id, language, dialect, audience, size, made_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        material.id(),
        variant.language(),
        variant.dialect(),
        variant.audience(),
        variant.size(),
        clock.instant());
    return id;
  }

  /** The variant of a version. */
  Kept variant(MaterialVersion version) {
    return sql.one(
        "select id, language, dialect, audience, size from variant where id = ?",
        row -> new Kept(row.id(1), new Variant(row.text(2), row.text(3), row.text(4), row.text(5))),
        version.variantId());
  }

  /** The version of the same variant that is out now. */
  Optional<MaterialVersion> out(MaterialVersion version) {
    return sql.first(
            "select id from material_version where variant_id = ? and state = 'PUBLISHED'",
            row -> row.id(1),
            version.variantId())
        .map(id -> aggregates.at(MaterialVersion.class, id));
  }

  /** A review of the version as it was is void. */
  void edited(MaterialVersion version) {
    reviews.edited(subject(version));
  }

  /** Writes the version's steps, and has the material follow its foremost version. */
  @Requirement("R60.6")
  public void keep(MaterialVersion version) {
    aggregates.flush();
    for (var step : version.takeSteps()) {
      sql.update(
          """
          insert into material_step (id, material_id, version_id, ordinal, verb, at, officer_id,
            officer_name, department_name, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          Ids.next(),
          version.materialId(),
          version.id(),
          version.ordinal(),
          step.verb(),
          step.at(),
          step.officer().id(),
          desk.nameInHistory(step.officer()),
          step.officer().departmentName(),
          step.reason());
    }
    var order = MaterialState.FOREMOST.stream().map(Enum::name).toArray(String[]::new);
    var foremost =
        sql.one(
            """
            select id from material_version where material_id = ?
            order by array_position(?, state), drafted_at desc, id desc limit 1
            """,
            row -> row.id(1),
            version.materialId(),
            order);
    of(version).follow(aggregates.at(MaterialVersion.class, foremost));
    aggregates.flush();
  }

  /** Tells the other departments, once this use case has ended. */
  public void tell(String topic, MaterialVersion version, String reason, Instant now) {
    var material = of(version);
    outbox.add(
        topic,
        version.id().toString(),
        Json.createObjectBuilder()
            .add("id", material.id().toString())
            .add("version", version.id().toString())
            .add("number", material.number())
            .add("ordinal", version.ordinal())
            .add("kind", material.kind().name())
            .add("language", variant(version).variant().language())
            .add("area", version.areaCode())
            .add("hash", version.hash())
            .add("title", version.title())
            .add("text", version.text())
            .add("reason", reason)
            .add("at", now.toString())
            .build()
            .toString());
    changed();
  }

  /** Something that the public sees has changed. */
  public void changed() {
    publicChange.fire(new PublicChange("materials"));
  }
}
