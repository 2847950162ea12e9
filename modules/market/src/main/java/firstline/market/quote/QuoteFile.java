package firstline.market.quote;

import static firstline.persistence.tabular.JsonLines.text;

import firstline.persistence.tabular.JsonLines;
import firstline.persistence.tabular.Line;
import firstline.persistence.tabular.Tables;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Reads quotes: a table whose headers have several names, or JSON Lines. */
final class QuoteFile {
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "point", List.of("采价点", "监测点", "价格监测点"),
          "goods", List.of("商品", "品种", "商品名称"),
          "unit", List.of("单位", "计价单位"),
          "price", List.of("价格", "售价", "零售价"),
          "cost", List.of("成本", "进价", "进货价"),
          "quotedOn", List.of("quotedon", "date", "日期", "采价日期"),
          "lastTrade", List.of("lasttrade", "最近成交", "最近成交日"));

  private static final List<String> REQUIRED =
      List.of("point", "goods", "unit", "price", "quotedOn");

  private static final int MOST = 200_000;

  private QuoteFile() {}

  /** Reads whichever it is: JSON Lines begin with a brace. */
  static JsonLines<QuoteLine> read(byte[] content) throws IOException {
    var start = content.length > 2 && content[0] == (byte) 0xEF ? 3 : 0;
    while (start < content.length && Character.isWhitespace(content[start])) {
      start++;
    }
    if (start < content.length && content[start] == '{') {
      return JsonLines.read(
          new ByteArrayInputStream(content, start, content.length - start), MOST, QuoteFile::line);
    }
    return new JsonLines<>(
        Tables.read(content, COLUMNS, REQUIRED).stream().map(QuoteFile::line).toList(), List.of());
  }

  private static QuoteLine line(Line line) {
    return new QuoteLine(
        line.number(),
        line.value("point"),
        line.value("goods"),
        line.value("unit"),
        line.value("price"),
        line.value("cost"),
        line.value("quotedOn"),
        line.value("lastTrade"));
  }

  private static QuoteLine line(int number, JsonObject object) {
    return new QuoteLine(
        number,
        text(object, "point"),
        text(object, "goods"),
        text(object, "unit"),
        text(object, "price"),
        text(object, "cost"),
        text(object, "quotedOn"),
        text(object, "lastTrade"));
  }
}
