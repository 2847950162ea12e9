package firstline.publicity.material;

import firstline.persistence.aggregate.Aggregate;
import firstline.persistence.aggregate.OptionalId;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.text.PlainText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something with which a department tells people something, under one number: in several variants,
 * each in several versions. What it is filed under belongs to it; what goes out, to its versions.
 */
@Entity
@Table(name = "material")
public class Material extends Aggregate {
  /**
   * What it is filed under.
   *
   * @param topic of the city's list, or null
   * @param campaign that it belongs to, or null
   */
  public record Filing(@Nullable UUID topic, @Nullable UUID campaign) {
    public static final Filing NONE = new Filing(null, null);
  }

  private String number;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Convert(converter = OptionalId.class)
  @Column(name = "topic_id")
  private @Nullable UUID topicId;

  @Convert(converter = OptionalId.class)
  @Column(name = "campaign_id")
  private @Nullable UUID campaignId;

  @Column(name = "department_id")
  private UUID departmentId;

  @Column(name = "department_name")
  private String departmentName;

  private String title;

  @Enumerated(EnumType.STRING)
  private MaterialState state = MaterialState.DRAFT;

  @Column(name = "valid_until")
  private @Nullable LocalDate validUntil;

  @Column(name = "drafted_at")
  private Instant draftedAt;

  @Column(name = "published_at")
  private @Nullable Instant publishedAt;

  @SuppressWarnings("NullAway.Init")
  protected Material() {}

  /** A new one, of the officer's department. */
  @SuppressWarnings("NullAway.Init")
  Material(String area, String number, Kind kind, String title, OfficerOnDuty by, Instant now) {
    super(area);
    this.number = number;
    this.kind = kind;
    this.title = title;
    this.departmentId = by.departmentId();
    this.departmentName = by.departmentName();
    this.draftedAt = now;
  }

  /** Files it elsewhere. */
  void file(Filing filing) {
    this.topicId = filing.topic();
    this.campaignId = filing.campaign();
  }

  /** Follows the version that speaks for it. */
  void follow(MaterialVersion foremost) {
    this.title = foremost.title();
    this.state = foremost.state();
    this.validUntil = foremost.validUntil();
    if (publishedAt == null) {
      this.publishedAt = foremost.publishedAt();
    }
  }

  /** A title, cleaned and of a length that can be shown. */
  static String title(String typed) {
    var title = PlainText.line(typed);
    if (title.isEmpty() || title.length() > Content.TITLE) {
      throw new Refusal("material.title", Content.TITLE);
    }
    return title;
  }

  public String number() {
    return number;
  }

  public Kind kind() {
    return kind;
  }

  public String title() {
    return title;
  }

  public MaterialState state() {
    return state;
  }
}
