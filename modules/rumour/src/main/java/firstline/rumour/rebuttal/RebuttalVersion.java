package firstline.rumour.rebuttal;

import firstline.persistence.aggregate.OptionalId;
import firstline.persistence.database.Ids;
import firstline.persistence.refusal.Refusal;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import firstline.rumour.text.PlainText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One wording of a rebuttal. While it is open its writers change it; the reviewer's approval holds
 * for one hash; once published it stays as it was, superseded by the next.
 */
@Entity
@Table(name = "rebuttal_version")
public class RebuttalVersion {
  private static final int NOTE = 500;

  @Id private UUID id = Ids.next();

  @ManyToOne
  @JoinColumn(name = "rebuttal_id", nullable = false)
  private Rebuttal rebuttal;

  private int ordinal;

  @Enumerated(EnumType.STRING)
  private VersionKind kind;

  private String note;
  private String claim;
  private String fact;
  private String explanation;

  @Convert(converter = SourcesColumn.class)
  private List<Source> sources;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  private String language;

  @Enumerated(EnumType.STRING)
  private VersionState state = VersionState.DRAFT;

  /** Ids of everybody who wrote in it, blank between them. */
  private String writers = "";

  @Column(name = "writer_names")
  private String writerNames = "";

  @Column(name = "content_hash")
  private String contentHash;

  @Column(name = "written_at")
  private Instant writtenAt;

  @Column(name = "submitted_at")
  private @Nullable Instant submittedAt;

  @Column(name = "returned_why")
  private @Nullable String returnedWhy;

  /** What the reviewer had read when giving it back. */
  @Convert(converter = ContentColumn.class)
  private @Nullable Content looked;

  @Column(name = "approved_at")
  private @Nullable Instant approvedAt;

  @Convert(converter = OptionalId.class)
  @Column(name = "approved_by")
  private @Nullable UUID approvedBy;

  @Column(name = "approver_name")
  private @Nullable String approverName;

  @Column(name = "approved_hash")
  private @Nullable String approvedHash;

  @Column(name = "published_at")
  private @Nullable Instant publishedAt;

  @SuppressWarnings("NullAway.Init")
  protected RebuttalVersion() {}

  RebuttalVersion(
      Rebuttal rebuttal, int ordinal, VersionKind kind, String note, Content content, Instant now) {
    this.rebuttal = rebuttal;
    this.ordinal = ordinal;
    this.kind = kind;
    this.note = PlainText.line(note);
    this.claim = content.claim();
    this.fact = content.fact();
    this.explanation = content.explanation();
    this.sources = content.sources();
    this.verdict = content.verdict();
    this.language = content.language();
    this.writtenAt = now;
    this.contentHash = hash();
    if (kind != VersionKind.ORIGINAL && (this.note.isEmpty() || this.note.length() > NOTE)) {
      throw new Refusal("rebuttal.note", NOTE);
    }
  }

  void write(Content content, Actor writer, Instant now) {
    require(state.open(), "rebuttal.closed");
    claim = content.claim();
    fact = content.fact();
    explanation = content.explanation();
    sources = content.sources();
    verdict = content.verdict();
    language = content.language();
    contentHash = hash();
    state = VersionState.DRAFT;
    approvedAt = null;
    approvedBy = null;
    approverName = null;
    approvedHash = null;
    writtenBy(writer, now);
  }

  void writtenBy(Actor writer, Instant now) {
    writtenAt = now;
    if (!isWriter(writer.id())) {
      writers = (writers + ' ' + writer.id()).strip();
      writerNames = writerNames.isEmpty() ? writer.name() : writerNames + '、' + writer.name();
    }
  }

  void submit(Instant now) {
    require(state == VersionState.DRAFT || state == VersionState.RETURNED, "rebuttal.not-draft");
    content().requireComplete();
    state = VersionState.IN_REVIEW;
    submittedAt = now;
  }

  void giveBack(Actor reviewer, String reason) {
    require(state == VersionState.IN_REVIEW, "rebuttal.not-in-review");
    require(!isWriter(reviewer.id()), "review.own-work");
    var why = PlainText.lines(reason);
    require(!why.isEmpty(), "rebuttal.reason");
    state = VersionState.RETURNED;
    returnedWhy = why;
    looked = content();
  }

  void revoke(String reason) {
    require(state == VersionState.APPROVED, "rebuttal.not-approved");
    var why = PlainText.lines(reason);
    require(!why.isEmpty(), "rebuttal.reason");
    state = VersionState.RETURNED;
    returnedWhy = why;
    approvedAt = null;
    approvedBy = null;
    approverName = null;
    approvedHash = null;
  }

  void approve(Actor reviewer, String seenHash, Instant now) {
    require(state == VersionState.IN_REVIEW, "rebuttal.not-in-review");
    require(!isWriter(reviewer.id()), "review.own-work");
    require(contentHash.equals(seenHash), "review.not-the-reviewed-text");
    state = VersionState.APPROVED;
    approvedAt = now;
    approvedBy = reviewer.id();
    approverName = reviewer.name();
    approvedHash = seenHash;
  }

  void publish(Instant now) {
    require(state == VersionState.APPROVED, "rebuttal.not-approved");
    var approver = approvedBy;
    require(approver != null && !isWriter(approver), "review.own-work");
    // What goes out is what was read: recomputed here, not remembered.
    require(hash().equals(approvedHash), "review.not-the-reviewed-text");
    state = VersionState.PUBLISHED;
    publishedAt = now;
  }

  /** Shown without review or clock: the word of an earlier system. */
  void adopt() {
    content().requireComplete();
    state = VersionState.PUBLISHED;
  }

  void supersede() {
    state = VersionState.SUPERSEDED;
  }

  void withdraw() {
    state = VersionState.WITHDRAWN;
  }

  boolean isWriter(UUID officer) {
    return Arrays.asList(writers.split(" ")).contains(officer.toString());
  }

  /** The hash of what would go out now: recomputed, not remembered. */
  String outgoingHash() {
    return hash();
  }

  private String hash() {
    return ContentHash.of(rebuttal.number(), ordinal, kind, note, content());
  }

  private static void require(boolean rule, String code) {
    if (!rule) {
      throw new Refusal(code);
    }
  }

  public UUID id() {
    return id;
  }

  public int ordinal() {
    return ordinal;
  }

  public VersionKind kind() {
    return kind;
  }

  public String note() {
    return note;
  }

  public Content content() {
    return new Content(claim, fact, explanation, sources, verdict, language);
  }

  public VersionState state() {
    return state;
  }

  public String contentHash() {
    return contentHash;
  }

  public List<UUID> writers() {
    return writers.isEmpty()
        ? List.of()
        : Arrays.stream(writers.split(" ")).map(UUID::fromString).toList();
  }

  public @Nullable UUID approvedBy() {
    return approvedBy;
  }

  public @Nullable String approvedHash() {
    return approvedHash;
  }

  public @Nullable Instant publishedAt() {
    return publishedAt;
  }
}
