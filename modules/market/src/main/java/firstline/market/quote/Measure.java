package firstline.market.quote;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it stands on a slip, in units of the goods.
 *
 * @param unit what it measures
 * @param content how many of the goods' unit it holds
 */
public record Measure(Unit unit, BigDecimal content) {
  /** The goods' own units. Words: {@code price.unit.<name>}. */
  public enum Unit {
    KG,
    LITRE,
    PIECE
  }

  private static final Measure PIECE = new Measure(Unit.PIECE, BigDecimal.ONE);

  private static final Map<String, Measure> KNOWN =
      Map.ofEntries(
          mass("kg", "1"),
          mass("公斤", "1"),
          mass("千克", "1"),
          mass("jin", "0.5"),
          mass("斤", "0.5"),
          mass("市斤", "0.5"),
          mass("500g", "0.5"),
          mass("500克", "0.5"),
          mass("liang", "0.05"),
          mass("两", "0.05"),
          mass("g", "0.001"),
          mass("克", "0.001"),
          mass("t", "1000"),
          mass("吨", "1000"),
          volume("l", "1"),
          volume("litre", "1"),
          volume("升", "1"),
          volume("ml", "0.001"),
          volume("毫升", "0.001"),
          Map.entry("piece", PIECE),
          Map.entry("个", PIECE),
          Map.entry("只", PIECE),
          Map.entry("件", PIECE),
          Map.entry("支", PIECE),
          Map.entry("瓶", PIECE),
          Map.entry("包", PIECE),
          Map.entry("袋", PIECE));

  /** A box, with its content: {@code box(50)}, {@code 箱（50只）}, {@code box(10 kg)}. */
  private static final Pattern BOX =
      Pattern.compile("(?:box|箱|盒)\\s*(?:[(（]\\s*([0-9.]{1,9})\\s*([^)）]*)[)）])?");

  private static Map.Entry<String, Measure> mass(String name, String kilograms) {
    return Map.entry(name, new Measure(Unit.KG, new BigDecimal(kilograms)));
  }

  private static Map.Entry<String, Measure> volume(String name, String litres) {
    return Map.entry(name, new Measure(Unit.LITRE, new BigDecimal(litres)));
  }

  /**
   * Reads a unit.
   *
   * @param boxed what a box without stated content holds, or null
   * @throws Refusal {@code quote.unit}, {@code quote.box}
   */
  @Requirement("R87.2")
  static Measure read(String typed, @Nullable Measure boxed) {
    var text = typed.strip().toLowerCase(Locale.ROOT);
    var known = KNOWN.get(text);
    if (known != null) {
      return known;
    }
    var box = BOX.matcher(text);
    if (!box.matches()) {
      throw new Refusal("quote.unit", typed);
    }
    if (box.group(1) == null) {
      if (boxed == null) {
        throw new Refusal("quote.box", typed);
      }
      return boxed;
    }
    var each = box.group(2).isBlank() ? PIECE : KNOWN.get(box.group(2).strip());
    var count = Amounts.read(box.group(1));
    if (each == null || count == null || count.signum() <= 0) {
      throw new Refusal("quote.unit", typed);
    }
    return new Measure(each.unit, each.content.multiply(count));
  }

  /** The price of one unit of the goods. */
  BigDecimal each(BigDecimal price) {
    return price.divide(content, MathContext.DECIMAL64);
  }
}
