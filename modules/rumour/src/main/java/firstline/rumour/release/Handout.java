package firstline.rumour.release;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Bundles;
import java.util.List;

/**
 * A text as HTML: an article to paste into an editor, a sheet to print. It has no script, no link
 * that loads anything, and no markup but its own.
 */
final class Handout {
  private final Packing.Goods goods;

  Handout(Packing.Goods goods) {
    this.goods = goods;
  }

  /** For pasting: editors keep the attributes of an element and drop its classes. */
  @Requirement("R3.15")
  String article() {
    var page = head("");
    body(page);
    return page.append("</body>\n</html>\n").toString();
  }

  /** For printing on A4. */
  @Requirement("R3.15")
  String sheet() {
    var page =
        head(
            "<style>@page{size:A4;margin:22mm}body{font:12pt/1.8 \"Noto Serif CJK SC\",\"Songti"
                + " SC\",SimSun,serif;color:#000;max-width:170mm;margin:auto}h1{font-size:22pt;"
                + "line-height:1.4}footer{margin-top:2em;border-top:1px solid #000}</style>\n");
    page.append("<p>").append(escaped(words("rumour.package.press"))).append("</p>\n");
    body(page);
    return page.append("</body>\n</html>\n").toString();
  }

  private StringBuilder head(String style) {
    return new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
        .append(goods.content().language().equals("zh") ? "zh-CN" : "en")
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
        .append(escaped(goods.content().fact()))
        .append("</title>\n")
        .append(style)
        .append("</head>\n<body>\n");
  }

  private void body(StringBuilder page) {
    var content = goods.content();
    var verdict = Bundles.words(content.language(), "rumour.verdict." + content.verdict().name());
    element(page, "h1", content.fact());
    page.append("<p><strong>")
        .append(escaped(words("rumour.package.verdict", verdict)))
        .append("</strong></p>\n");
    if (!goods.correction().isEmpty()) {
      page.append("<p><em>")
          .append(escaped(words("rumour.package.correction", goods.correction())))
          .append("</em></p>\n");
    }
    content
        .explanation()
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> element(page, "p", line));
    Packing.further(goods, "\n").lines().forEach(line -> element(page, "p", line));
    element(page, "blockquote", words("rumour.package.claim", content.claim()));
    page.append("<ul>\n");
    content.sources().forEach(source -> element(page, "li", Packing.named(source)));
    page.append("</ul>\n<footer>\n");
    element(
        page, "p", words("rumour.package.signed", goods.department(), goods.day(), goods.number()));
    element(page, "p", goods.address());
    page.append("</footer>\n");
  }

  private String words(String key, Object... arguments) {
    return Bundles.words(goods.content().language(), key, List.of(arguments));
  }

  private static void element(StringBuilder page, String name, String text) {
    page.append('<')
        .append(name)
        .append('>')
        .append(escaped(text))
        .append("</")
        .append(name)
        .append(">\n");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
