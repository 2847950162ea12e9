package firstline.publicity.material;

import firstline.persistence.aggregate.Aggregate;
import firstline.persistence.aggregate.OptionalId;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.text.PlainText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One version of a variant. Its content can be written as long as it is a draft; once approved it
 * never changes: another version takes its place. Each of its clocks is written once.
 */
@Entity
@Table(name = "material_version")
public class MaterialVersion extends Aggregate {
  /** One step of its life. */
  record Step(String verb, Instant at, OfficerOnDuty officer, String reason) {}

  @Column(name = "material_id")
  private UUID materialId;

  @Column(name = "variant_id")
  private UUID variantId;

  private int ordinal;
  private String title;
  private String summary;

  @Column(name = "alt_text")
  private String altText;

  private String text;

  @Convert(converter = OptionalId.class)
  @Column(name = "file_id")
  private @Nullable UUID fileId;

  private @Nullable String sha256;

  @Column(name = "media_type")
  private @Nullable String mediaType;

  @Enumerated(EnumType.STRING)
  private Source.Kind source;

  @Column(name = "source_ref")
  private String sourceRef;

  @Column(name = "source_hash")
  private String sourceHash;

  private String rights;

  @Column(name = "valid_from")
  private @Nullable LocalDate validFrom;

  @Column(name = "valid_until")
  private @Nullable LocalDate validUntil;

  private String hash;

  @Enumerated(EnumType.STRING)
  private MaterialState state = MaterialState.DRAFT;

  private String writers = "";

  @Column(name = "returned_why")
  private String returnedWhy = "";

  @Column(name = "recalled_why")
  private String recalledWhy = "";

  @Column(name = "drafted_at")
  private Instant draftedAt;

  @Column(name = "submitted_at")
  private @Nullable Instant submittedAt;

  @Column(name = "approved_at")
  private @Nullable Instant approvedAt;

  @Column(name = "published_at")
  private @Nullable Instant publishedAt;

  @Column(name = "recalled_at")
  private @Nullable Instant recalledAt;

  @Column(name = "archived_at")
  private @Nullable Instant archivedAt;

  @Transient private final List<Step> steps = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected MaterialVersion() {}

  /** A draft. */
  @SuppressWarnings("NullAway.Init")
  MaterialVersion(
      Material material,
      UUID variantId,
      int ordinal,
      Content content,
      String hash,
      OfficerOnDuty by,
      Instant now) {
    super(material.areaCode());
    this.materialId = material.id();
    this.variantId = variantId;
    this.ordinal = ordinal;
    this.draftedAt = now;
    write(content, hash, by);
    step("DRAFTED", now, by, "");
  }

  /** The content was written anew. */
  void edit(Content content, String newHash, OfficerOnDuty by, Instant now) {
    require(MaterialState.DRAFT);
    write(content, newHash, by);
    step("EDITED", now, by, "");
  }

  private void write(Content content, String newHash, OfficerOnDuty by) {
    this.title = content.title();
    this.summary = content.summary();
    this.altText = content.altText();
    this.text = content.text();
    var attachment = content.attachment();
    this.fileId = attachment == null ? null : attachment.file();
    this.sha256 = attachment == null ? null : attachment.sha256();
    this.mediaType = attachment == null ? null : attachment.mediaType();
    this.source = content.source().kind();
    this.sourceRef = content.source().reference();
    this.sourceHash = content.source().hash();
    this.rights = content.rights();
    this.validFrom = content.from();
    this.validUntil = content.until();
    this.hash = newHash;
    var all = new TreeSet<>(Arrays.asList(writers.split(" ")));
    all.add(by.id().toString());
    all.remove("");
    this.writers = String.join(" ", all);
  }

  /** Hands it to a reviewer. */
  void submit(OfficerOnDuty by, Instant now) {
    require(MaterialState.DRAFT);
    this.state = MaterialState.IN_REVIEW;
    this.submittedAt = now;
    this.returnedWhy = "";
    step("SUBMITTED", now, by, "");
  }

  /** It may go out. */
  void approve(OfficerOnDuty by, Instant now) {
    require(MaterialState.IN_REVIEW);
    this.state = MaterialState.APPROVED;
    this.approvedAt = now;
    step("APPROVED", now, by, "");
  }

  /** Gives it back to its writers. */
  void giveBack(String reason, OfficerOnDuty by, Instant now) {
    require(MaterialState.IN_REVIEW);
    this.state = MaterialState.DRAFT;
    this.returnedWhy = PlainText.lines(reason);
    step("RETURNED", now, by, returnedWhy);
  }

  /** It is out from now. */
  @Requirement("R60.5")
  void publish(OfficerOnDuty by, Instant now) {
    require(MaterialState.APPROVED);
    this.state = MaterialState.PUBLISHED;
    this.publishedAt = now;
    step("PUBLISHED", now, by, "");
  }

  /** Nobody may use it any more, wherever it is. */
  public void recall(String reason, OfficerOnDuty by, Instant now) {
    require(MaterialState.PUBLISHED, MaterialState.APPROVED, MaterialState.ARCHIVED);
    var why = PlainText.lines(reason);
    if (why.isEmpty()) {
      throw new Refusal("material.recall-reason");
    }
    this.state = MaterialState.RECALLED;
    this.recalledAt = now;
    this.recalledWhy = why;
    step("RECALLED", now, by, why);
  }

  /** It is put aside; what is recalled stays so for good. */
  void archive(String verb, OfficerOnDuty by, Instant now) {
    require(MaterialState.PUBLISHED, MaterialState.APPROVED, MaterialState.DRAFT);
    this.state = MaterialState.ARCHIVED;
    this.archivedAt = now;
    step(verb, now, by, "");
  }

  private void require(MaterialState... allowed) {
    if (!List.of(allowed).contains(state)) {
      throw new Refusal("material.state");
    }
  }

  private void step(String verb, Instant now, OfficerOnDuty by, String reason) {
    steps.add(new Step(verb, now, by, reason));
  }

  List<Step> takeSteps() {
    var taken = List.copyOf(steps);
    steps.clear();
    return taken;
  }

  public UUID materialId() {
    return materialId;
  }

  public UUID variantId() {
    return variantId;
  }

  public int ordinal() {
    return ordinal;
  }

  public String title() {
    return title;
  }

  public String text() {
    return text;
  }

  public String hash() {
    return hash;
  }

  public MaterialState state() {
    return state;
  }

  public @Nullable LocalDate validUntil() {
    return validUntil;
  }

  public @Nullable Instant publishedAt() {
    return publishedAt;
  }

  /** Everybody who wrote in it. */
  Set<UUID> writers() {
    return Arrays.stream(writers.split(" ")).map(UUID::fromString).collect(Collectors.toSet());
  }

  /** Its content as it stands. */
  public Content content() {
    return new Content(
        title,
        summary,
        altText,
        text,
        fileId == null || sha256 == null || mediaType == null
            ? null
            : new Content.Attachment(fileId, sha256, mediaType),
        new Source(source, sourceRef, sourceHash),
        rights,
        validFrom,
        validUntil);
  }
}
