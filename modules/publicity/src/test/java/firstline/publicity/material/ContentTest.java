package firstline.publicity.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What goes out: complete for its kind, and known by its hash. */
class ContentTest {
  private static final Variant PLAIN = new Variant("zh", "", "", "");
  private static final Content.Attachment PICTURE =
      new Content.Attachment(UUID.randomUUID(), "a".repeat(64), "image/png");

  private static Content content(
      String title, String alt, String text, Content.@Nullable Attachment file) {
    return new Content(title, "", alt, text, file, Source.FREE, "", null, null);
  }

  private static String refused(Kind kind, Content content) {
    return assertThrows(Refusal.class, () -> content.complete(kind)).code();
  }

  @Test
  @Requirement("R60.2")
  void isRefusedWithoutWhatItsKindNeeds() {
    assertEquals("material.title", refused(Kind.SMS, content(" \u202e ", "", "文字", null)));
    assertEquals("material.text", refused(Kind.SLOGAN, content("标语", "", " ", null)));
    assertEquals("material.file-not", refused(Kind.VERSE, content("快板", "", "词", PICTURE)));
    assertEquals("material.file", refused(Kind.POSTER, content("海报", "画面", "", null)));
    assertEquals("material.alt", refused(Kind.POSTER, content("海报", "", "", PICTURE)));
    assertEquals("material.file-kind", refused(Kind.AUDIO, content("录音", "", "", PICTURE)));
    content("海报", "河水漫过路面", "", PICTURE).complete(Kind.POSTER);
  }

  @Test
  @Requirement("R60.2")
  void isRefusedWhenItEndsBeforeItBegins() {
    var day = LocalDate.parse("2026-12-01");
    var content = new Content("标语", "", "", "词", null, Source.FREE, "", day, day.minusDays(1));
    assertEquals("material.valid", refused(Kind.SLOGAN, content));
    var cited = new Source(Source.Kind.REBUTTAL, " ", "");
    assertEquals(
        "material.source",
        refused(Kind.SLOGAN, new Content("标语", "", "", "词", null, cited, "", null, null)));
  }

  @Test
  @Requirement("R60.3")
  void everyFieldChangesTheHashAndNoTwoFieldsReadLikeTwoOthers() {
    var day = LocalDate.parse("2026-12-01");
    var policy = new Source(Source.Kind.POLICY, "宜府发1号", "");
    var all =
        List.of(
            content("题", "", "文", PICTURE),
            content("题文", "", "", PICTURE),
            content("题", "文", "", PICTURE),
            content("题", "", "文", null),
            new Content("题", "文", "", "", PICTURE, Source.FREE, "", null, null),
            new Content("题", "", "文", "", PICTURE, policy, "", null, null),
            new Content("题", "", "文", "", PICTURE, Source.FREE, "约", null, null),
            new Content("题", "", "文", "", PICTURE, Source.FREE, "", day, null),
            new Content("题", "", "文", "", PICTURE, Source.FREE, "", null, day));
    var hashes = new HashSet<String>();
    all.forEach(one -> hashes.add(one.hash(Kind.POSTER, PLAIN)));
    assertEquals(all.size(), hashes.size());
    var first = all.get(0);
    assertEquals(
        first.hash(Kind.POSTER, PLAIN), content("题 ", "", "文", PICTURE).hash(Kind.POSTER, PLAIN));
    assertNotEquals(first.hash(Kind.POSTER, PLAIN), first.hash(Kind.BANNER, PLAIN));
    assertNotEquals(
        first.hash(Kind.POSTER, PLAIN), first.hash(Kind.POSTER, new Variant("zh", "四川话", "", "")));
  }
}
