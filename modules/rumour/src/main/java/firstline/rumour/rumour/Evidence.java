package firstline.rumour.rumour;

import firstline.persistence.aggregate.OptionalId;
import firstline.persistence.database.Ids;
import firstline.persistence.file.KeepFile;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.text.PlainText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What speaks for the rumour or against it. It stays on the record when it is withdrawn. */
@Entity
@Table(name = "rumour_evidence")
public class Evidence {
  /** Longest quote, in UTF-16 units. */
  public static final int QUOTE = 5_000;

  /** What it is. Words: {@code rumour.evidence.kind.<name>}. */
  public enum Kind {
    STATEMENT,
    DOCUMENT,
    DATA,
    ON_SITE,
    EXPERT,
    MEDIA,
    PICTURE
  }

  /** What it does to the rumour. Words: {@code rumour.evidence.stance.<name>}. */
  public enum Stance {
    SUPPORTS,
    REFUTES
  }

  /**
   * What is put on record.
   *
   * @param competent true if the matter belongs to this organisation by law
   * @param url http or https, or empty
   * @param dated the day it speaks of itself
   */
  public record Content(
      Kind kind,
      Source source,
      boolean competent,
      Stance stance,
      String quote,
      @Nullable LocalDate dated) {
    public Content {
      quote = PlainText.lines(quote);
      if (quote.length() > QUOTE) {
        throw new Refusal("rumour.evidence.quote", QUOTE);
      }
    }
  }

  @Id private UUID id = Ids.next();

  @Version private long version;

  @ManyToOne
  @JoinColumn(name = "rumour_id", nullable = false)
  private Rumour rumour;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String organisation;
  private boolean competent;

  @Enumerated(EnumType.STRING)
  private Stance stance;

  private String quote;
  private String url;

  @Convert(converter = OptionalId.class)
  @Column(name = "file_id")
  private @Nullable UUID fileId;

  private @Nullable String sha256;
  private @Nullable LocalDate dated;

  @Column(name = "added_at")
  private Instant addedAt;

  @Column(name = "added_by")
  private UUID addedBy;

  @Column(name = "adder_name")
  private String adderName;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Column(name = "withdrawn_why")
  private @Nullable String withdrawnWhy;

  @SuppressWarnings("NullAway.Init")
  protected Evidence() {}

  /**
   * New evidence on the rumour.
   *
   * @param file what came with it, or null; without quote and address there must be one
   */
  Evidence(
      Rumour rumour, Content content, KeepFile.@Nullable Kept file, Actor officer, Instant now) {
    if (content.quote().isEmpty() && content.source().url().isEmpty() && file == null) {
      throw new Refusal("rumour.evidence.empty");
    }
    this.rumour = rumour;
    this.kind = content.kind();
    this.organisation = content.source().name();
    this.competent = content.competent();
    this.stance = content.stance();
    this.quote = content.quote();
    this.url = content.source().url();
    this.fileId = file == null ? null : file.id();
    this.sha256 = file == null ? null : file.sha256();
    this.dated = content.dated();
    this.addedAt = now;
    this.addedBy = officer.id();
    this.adderName = officer.name();
  }

  /** It does not hold. */
  void withdraw(String why, Instant now) {
    var reason = Reason.of(why);
    if (withdrawnAt != null) {
      throw new Refusal("rumour.evidence.withdrawn");
    }
    withdrawnAt = now;
    withdrawnWhy = reason;
  }

  UUID id() {
    return id;
  }

  String organisation() {
    return organisation;
  }

  boolean stands() {
    return withdrawnAt == null;
  }

  boolean isCompetent() {
    return competent;
  }

  Stance stance() {
    return stance;
  }
}
