package firstline.publicity.material;

import firstline.persistence.digest.Sha256;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What goes out in a version.
 *
 * @param altText what a picture shows, for those who do not see it
 * @param text the words themselves of an SMS, a slogan or a verse; else what is heard or read in it
 * @param attachment its file; null for words alone
 * @param rights whose it is and until when it may be used, and that people shown have agreed
 * @param from first day on which it holds; null: at once
 * @param until last day; null: until it is recalled
 */
public record Content(
    String title,
    String summary,
    String altText,
    String text,
    @Nullable Attachment attachment,
    Source source,
    String rights,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {
  static final int TITLE = 100;
  static final int SUMMARY = 1_000;
  static final int TEXT = 20_000;

  /**
   * A file that is kept.
   *
   * @param mediaType as its content shows it
   */
  public record Attachment(UUID file, String sha256, String mediaType) {}

  public Content {
    title = PlainText.line(title);
    summary = PlainText.lines(summary);
    altText = PlainText.lines(altText);
    text = PlainText.lines(text);
    rights = PlainText.lines(rights);
  }

  /**
   * Refuses what is incomplete for its kind.
   *
   * @throws Refusal {@code material.title}, {@code .summary}, {@code .text}, {@code .file}, {@code
   *     .file-kind} with the media type, {@code .alt}, {@code .valid}, {@code .source}
   */
  @Requirement({"R60.1", "R60.2"})
  void checked(Kind kind) {
    require(!title.isEmpty() && title.length() <= TITLE, "material.title", TITLE);
    require(summary.length() <= SUMMARY && rights.length() <= SUMMARY, "material.summary", SUMMARY);
    require(text.length() <= TEXT && altText.length() <= SUMMARY, "material.text-long", TEXT);
    require(from == null || until == null || !until.isBefore(from), "material.valid");
    require(source.kind() == Source.Kind.FREE || !source.reference().isBlank(), "material.source");
    if (kind.form() == Kind.Form.TEXT) {
      require(!text.isEmpty(), "material.text");
      require(attachment == null, "material.file-not");
    } else if (attachment != null) {
      require(kind.takes(attachment.mediaType()), "material.file-kind", attachment.mediaType());
    }
  }

  /** Refuses what cannot be reviewed yet: a draft may wait for its file and for what it shows. */
  @Requirement("R60.2")
  void complete(Kind kind) {
    checked(kind);
    require(kind.form() == Kind.Form.TEXT || attachment != null, "material.file");
    require(!shows(kind) || !altText.isEmpty(), "material.alt");
  }

  private static boolean shows(Kind kind) {
    return kind.form() != Kind.Form.TEXT && kind.form() != Kind.Form.SOUND;
  }

  private static void require(boolean holds, String code, Object... arguments) {
    if (!holds) {
      throw new Refusal(code, arguments);
    }
  }

  /** SHA-256 of all of it and of the variant, in hexadecimal: what a reviewer has read. */
  @Requirement("R60.3")
  String hash(Kind kind, Variant variant) {
    var digest = Sha256.begun();
    for (var field :
        new String[] {
          kind.name(),
          variant.language(),
          variant.dialect(),
          variant.audience(),
          variant.size(),
          title,
          summary,
          altText,
          text,
          attachment == null ? "" : attachment.sha256(),
          source.kind().name(),
          source.reference(),
          source.hash(),
          rights,
          String.valueOf(from),
          String.valueOf(until)
        }) {
      // The length before each keeps two fields from reading like two others.
      var bytes = field.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return Sha256.hex(digest.digest());
  }
}
