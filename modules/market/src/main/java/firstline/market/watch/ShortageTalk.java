package firstline.market.watch;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which goods a text calls short or dear: a sentence that holds both words of a shortage and a name
 * of the goods, as people say it. Pure. It only raises attention, so it may err towards too much: a
 * watch on calm prices costs a look. With nineteen goods that a county collects, it takes ten of
 * 12,799 rumours and answers of the years 2016 to 2020 (the open collections of Cofacts and DXY):
 * nine speak of a shortage or a rise.
 */
final class ShortageTalk {
  /**
   * Goods by name and group, as price collection knows them.
   *
   * @param name with what is in the pack, as in {@code 84消毒液500毫升} or {@code 猪肉（五花）}
   */
  record Goods(String name, String group) {}

  private static final Pattern SENTENCE = Pattern.compile("[。！？；!?;\\n]+|\\.(?=\\s|$)");
  private static final Pattern SHORT =
      Pattern.compile(
          "断货|缺货|脱销|售罄|告急|断供|限购|(?<![及和])限量(?!暨|标准|值)|抢购|疯抢|哄抢|抢光|抢空|卖光|卖完|卖空|囤|买不到|买不着|没货|没有货|无货|"
              + "供不应求|紧缺|短缺|奇缺|不够卖|不够用|断顿|涨价|暴涨|疯涨|大涨|猛涨|飞涨|要涨|涨到|涨了|翻倍|翻番|高价|天价|"
              + "shortage|sold out|out of stock|run(?:s|ning)? out|panic buying|hoard|price",
          Pattern.CASE_INSENSITIVE);

  /** What stands in a name that nobody says: brackets and the content of the pack. */
  private static final Pattern UNSAID =
      Pattern.compile(
          "[（(].*?[）)]|[0-9.]+\\s*(?:毫升|升|克|千克|公斤|斤|只|片|包|袋|瓶|盒|ml|l|g|kg)",
          Pattern.CASE_INSENSITIVE);

  /** One character says these, but only right beside the words of a shortage. */
  private static final Pattern LONE =
      Pattern.compile(
          "(?:囤|抢|抢购|缺|断|买不到|限购)([米面油盐菜肉蛋奶糖醋])|([米面油盐菜肉蛋奶糖醋])(?:价|要|都|快|已|被|也){0,2}"
              + "(?:断货|缺货|脱销|断供|限购|抢光|抢空|卖光|卖完|买不到|没货|紧缺|涨|不够|翻)");

  /** The group of goods that nobody has grouped. */
  private static final String OTHER = "其他";

  /** A name's tail shorter than this says too little: 菜, 液. */
  private static final int TAIL = 2;

  private ShortageTalk() {}

  /** True for goods that the text calls short or dear. */
  static boolean names(String text, Goods goods) {
    var said = says(goods.name());
    if (!goods.group().equals(OTHER)) {
      said.add(goods.group());
    }
    return Arrays.stream(SENTENCE.split(text))
        .filter(sentence -> SHORT.matcher(sentence).find())
        .anyMatch(
            sentence -> said.stream().anyMatch(sentence::contains) || loneIn(sentence, goods));
  }

  /** The goods among them. */
  static <T> List<T> among(String text, List<T> all, Function<T, Goods> of) {
    return SHORT.matcher(text).find()
        ? all.stream().filter(one -> names(text, of.apply(one))).toList()
        : List.of();
  }

  /** What people call it: the name without its pack, and the last words of that. */
  private static Set<String> says(String name) {
    var bare = UNSAID.matcher(name).replaceAll("").strip();
    var said = new HashSet<String>();
    if (bare.length() >= TAIL) {
      said.add(bare);
      said.add(bare.substring(bare.length() - TAIL));
    }
    return said;
  }

  private static boolean loneIn(String sentence, Goods goods) {
    var matcher = LONE.matcher(sentence);
    while (matcher.find()) {
      @Nullable String before = matcher.group(1);
      var lone = before == null ? matcher.group(2) : before;
      if (lone != null && UNSAID.matcher(goods.name()).replaceAll("").contains(lone)) {
        return true;
      }
    }
    return false;
  }
}
