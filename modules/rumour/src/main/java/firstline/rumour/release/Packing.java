package firstline.rumour.release;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.text.ChineseFont;
import firstline.persistence.words.Bundles;
import firstline.rumour.rebuttal.Content;
import firstline.rumour.rebuttal.ReadingRate;
import firstline.rumour.rumour.Source;
import java.awt.Font;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packs what one channel needs. Whatever stands in a field arrives as text. */
final class Packing {
  /**
   * What is packed.
   *
   * @param departmentEn may be empty
   * @param correction what was corrected in it; empty for the first version
   * @param day of publication, {@code 2026-11-25}
   */
  record Goods(
      Content content,
      String number,
      String department,
      String departmentEn,
      String correction,
      String day,
      String address) {}

  private final Goods goods;
  private final ChannelText text;
  private final Optional<Font> font;

  /**
   * Packs with the machine's font.
   *
   * @param font empty if it has none: then there are no pictures, and what needs one is refused
   */
  Packing(Goods goods, Optional<Font> font, ReadingRate rate) {
    this.goods = goods;
    this.text = ChannelText.of(goods.content(), rate);
    this.font = font;
  }

  @Requirement({"R3.14", "R3.15"})
  Parcel of(Channel channel) {
    var parcel = new Parcel();
    switch (channel) {
      case WECHAT ->
          parcel
              .page("article.html", new Handout(goods).article())
              .text("article.txt", article())
              .file("cover_zh.png", cover("zh").article())
              .file("cover_en.png", cover("en").article())
              .text("alt.txt", alternative());
      case WEIBO ->
          parcel
              .text("text.txt", text.shortText())
              .file("card_zh.png", cover("zh").card())
              .file("card_en.png", cover("en").card())
              .text("alt.txt", alternative());
      case LOUDSPEAKER -> parcel.text("script.txt", text.script());
      case POSTER ->
          parcel
              .text("line.txt", text.poster())
              .file("poster_zh.png", cover("zh").poster(text.poster()))
              .file("poster_en.png", cover("en").poster(text.poster()))
              .text("alt.txt", alternative());
      case PRESS ->
          parcel.page("handout.html", new Handout(goods).sheet()).text("handout.txt", article());
      default -> throw new IllegalArgumentException(channel + " carries no package");
    }
    return parcel.text("readme.txt", readme(channel));
  }

  /** Names of the pictures of the channel, in both languages. */
  static List<String> pictures(Channel channel) {
    return switch (channel) {
      case WECHAT -> List.of("cover_zh.png", "cover_en.png");
      case WEIBO -> List.of("card_zh.png", "card_en.png");
      case POSTER -> List.of("poster_zh.png", "poster_en.png");
      default -> List.of();
    };
  }

  private Cover cover(String language) {
    var english = language.equals("en") && !goods.departmentEn().isEmpty();
    return new Cover(
        ChineseFont.require(font),
        new Cover.Face(
            language,
            goods.content().fact(),
            goods.content().explanation(),
            goods.content().verdict(),
            goods.number(),
            english ? goods.departmentEn() : goods.department(),
            goods.day(),
            goods.address()));
  }

  private String article() {
    var content = goods.content();
    var lines =
        new StringBuilder(content.fact())
            .append("\n\n")
            .append(words("rumour.package.verdict", verdict()))
            .append('\n');
    if (!goods.correction().isEmpty()) {
      lines.append(words("rumour.package.correction", goods.correction())).append('\n');
    }
    return lines
        .append('\n')
        .append(content.explanation())
        .append("\n\n")
        .append(further(goods, "\n\n"))
        .append(words("rumour.package.claim", content.claim()))
        .append("\n\n")
        .append(words("rumour.package.sources", sources()))
        .append('\n')
        .append(words("rumour.package.signed", goods.department(), goods.day(), goods.number()))
        .append('\n')
        .append(goods.address())
        .toString();
  }

  /** What to do, and where and when it holds; empty if the version does not say. */
  static String further(Goods goods, String end) {
    var content = goods.content();
    var lines = new StringBuilder();
    if (!content.advice().isEmpty()) {
      lines
          .append(
              Bundles.words(content.language(), "rumour.package.advice", List.of(content.advice())))
          .append(end);
    }
    var holds =
        Stream.of(
                content.scopePlace(),
                Objects.toString(content.validFrom(), ""),
                Objects.toString(content.validUntil(), ""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" – "));
    if (!holds.isEmpty()) {
      lines
          .append(Bundles.words(content.language(), "rumour.package.scope", List.of(holds)))
          .append(end);
    }
    return lines.toString();
  }

  private String sources() {
    return goods.content().sources().stream()
        .map(source -> (source.name() + ' ' + source.url()).strip())
        .collect(Collectors.joining(separator()));
  }

  private String separator() {
    return goods.content().language().equals("zh") ? "；" : "; ";
  }

  /** For those who do not see the pictures; in both languages, as the pictures are. */
  private String alternative() {
    return List.of("zh", "en").stream()
        .map(
            language ->
                Bundles.words(
                    language,
                    "rumour.package.alt",
                    List.of(
                        Bundles.words(
                            language, "rumour.verdict." + goods.content().verdict().name()),
                        goods.content().fact(),
                        goods.number(),
                        language.equals("en") && !goods.departmentEn().isEmpty()
                            ? goods.departmentEn()
                            : goods.department(),
                        goods.day())))
        .collect(Collectors.joining("\n"));
  }

  private String readme(Channel channel) {
    return List.of("zh", "en").stream()
        .map(
            language ->
                Bundles.words(
                    language,
                    "rumour.package.readme." + channel.name(),
                    List.of(goods.number(), text.readingTime())))
        .collect(Collectors.joining("\n\n"));
  }

  private String verdict() {
    return Bundles.words(
        goods.content().language(), "rumour.verdict." + goods.content().verdict().name());
  }

  private String words(String key, Object... arguments) {
    return Bundles.words(goods.content().language(), key, List.of(arguments));
  }

  static String named(Source source) {
    return (source.name() + ' ' + source.url()).strip();
  }
}
