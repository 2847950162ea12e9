package firstline.rumour.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.text.ChineseFont;
import firstline.rumour.rebuttal.Content;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import firstline.testkit.seed.Seeded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PackagesTest {
  private static final String HOSTILE =
      "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&{0}{1,number}\u202e😀";

  @Test
  @Requirement("R3.14")
  void aPackageHoldsWhatTheChannelTakes() throws IOException {
    var content = Packed.content("自来水可以放心饮用", "出厂水余氯符合国家标准。");
    assertEquals(
        Set.of(
            "article.html", "article.txt", "cover_zh.png", "cover_en.png", "alt.txt", "readme.txt"),
        Packed.parcel(Channel.WECHAT, content).files().keySet());
    assertEquals(
        Set.of("text.txt", "card_zh.png", "card_en.png", "alt.txt", "readme.txt"),
        Packed.parcel(Channel.WEIBO, content).files().keySet());
    assertEquals(
        Set.of("handout.html", "handout.txt", "readme.txt"),
        Packed.parcel(Channel.PRESS, content).files().keySet());
    assertTrue(text(Channel.LOUDSPEAKER, content, "readme.txt").contains("0:"), "reading time");
    var zipped = Packed.parcel(Channel.WECHAT, content).zipped(Released.NOW);
    assertArrayEquals(zipped, Packed.parcel(Channel.WECHAT, content).zipped(Released.NOW));
    try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      assertEquals("article.html", zip.getNextEntry().getName());
    }
  }

  @Test
  @Requirement("R3.14")
  void theShortTextNeverExceedsWhatThePlatformTakes() {
    Seeded.cases(
        2_000,
        draw -> {
          var content = Packed.content("事" + draw.text(0, 180), "说" + draw.text(0, 400));
          var text = ChannelText.of(content, Packed.RATE);
          assertTrue(text.shortText().codePointCount(0, text.shortText().length()) <= 140);
          assertTrue(text.poster().codePointCount(0, text.poster().length()) <= 40);
          assertFalse(text.shortText().contains(content.claim()), "the rumour is not repeated");
        });
  }

  @Test
  @Requirement("R3.15")
  void whatStandsInAFieldIsTextInEveryFile() {
    var content =
        new Content(
            HOSTILE, HOSTILE, HOSTILE, List.of(new Source(HOSTILE, "")), Verdict.FALSE, "zh");
    for (var channel : List.of(Channel.WECHAT, Channel.PRESS)) {
      for (var file : Packed.parcel(channel, content).files().entrySet()) {
        if (file.getKey().endsWith(".html")) {
          harmless(new String(file.getValue(), StandardCharsets.UTF_8));
        }
      }
    }
    assertTrue(text(Channel.WEIBO, content, "text.txt").contains("{0}{1,number}"), "as it stands");
  }

  /** No element but those of the page itself, and no attribute that could do anything. */
  private static void harmless(String html) {
    var own =
        Set.of(
            "!DOCTYPE",
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "h1",
            "p",
            "strong",
            "em",
            "blockquote",
            "ul",
            "li",
            "footer");
    Pattern.compile("<\\s*/?\\s*([!A-Za-z0-9]+)([^>]*)>")
        .matcher(html)
        .results()
        .forEach(
            tag -> {
              assertTrue(own.contains(tag.group(1)), tag.group());
              assertFalse(tag.group(2).matches("(?is).*(on\\w+|src|href)\\s*=.*"), tag.group());
            });
    assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), html);
  }

  @Test
  @Requirement("R3.16")
  void aMachineWithoutChineseRefusesPictures() {
    Released.refused("release.no-chinese-font", () -> ChineseFont.require(Optional.empty()));
    Released.refused(
        "release.no-chinese-font",
        () ->
            new Packing(
                    new Packing.Goods(
                        Packed.content("事实", "说明"), "2026-0001", "部门", "", "", "2026-11-25", ""),
                    Optional.empty(),
                    Packed.RATE)
                .of(Channel.WECHAT));
  }

  @Test
  @Requirement("R3.16")
  void thePicturesHaveTheSizesThatThePlatformsTake() throws IOException {
    for (var content :
        List.of(
            Packed.content("自来水可以放心饮用", "出厂水余氯符合国家标准，烧开即可饮用。"),
            Packed.content("很长的事实".repeat(40), "很长的说明，还有 English words。".repeat(200)),
            new Content(
                HOSTILE, HOSTILE, HOSTILE, List.of(new Source("A", "")), Verdict.UNPROVEN, "en"))) {
      size(Channel.WECHAT, content, "cover_zh.png", 900, 383);
      size(Channel.WECHAT, content, "cover_en.png", 900, 383);
      size(Channel.WEIBO, content, "card_zh.png", 1080, 1080);
      size(Channel.POSTER, content, "poster_en.png", 1240, 1754);
    }
  }

  private static void size(Channel channel, Content content, String name, int width, int height)
      throws IOException {
    var bytes = Packed.parcel(channel, content).files().get(name);
    assertNotNull(bytes);
    keep(content, name, bytes);
    var image = ImageIO.read(new ByteArrayInputStream(bytes));
    assertEquals(width, image.getWidth());
    assertEquals(height, image.getHeight());
  }

  /** For people who want to look: beside the test's report. */
  private static void keep(Content content, String name, byte[] bytes) throws IOException {
    var folder = Files.createDirectories(Path.of("target", "pictures"));
    Files.write(folder.resolve(Math.floorMod(content.fact().hashCode(), 997) + "-" + name), bytes);
  }

  private static String text(Channel channel, Content content, String name) {
    return new String(
        Packed.parcel(channel, content).files().getOrDefault(name, new byte[0]),
        StandardCharsets.UTF_8);
  }
}
