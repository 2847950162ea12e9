package firstline.broadcast.verse;

import firstline.broadcast.reading.Readings;
import firstline.broadcast.reading.Readings.Sign;
import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text line by line, as it sounds.
 *
 * @param rhyme that most lines have; null without two that rhyme
 * @param several characters that have several readings, each reading that was taken once
 */
public record Verse(List<Line> lines, @Nullable Rhyme rhyme, List<Sign> several) {
  /**
   * A line: what stands between two marks.
   *
   * @param ending how its last character is read; empty without one
   * @param rhyme of it; null without one
   * @param rhymes true if most lines rhyme as this one
   */
  public record Line(
      String text, int syllables, String ending, @Nullable Rhyme rhyme, boolean rhymes) {}

  /** Those that readers do take wrong; dictionaries know old readings of many others. */
  private static final String SEVERAL =
      "行长重朝还了着为和乐大都降调差当发干更好号会假间将教觉卷空累量落埋没难宁铺强切曲任散舍少什盛石识食似宿弹挑通吐王相"
          + "削兴血要应与载脏择扎占涨折正只中种转作得地背便薄剥参藏曾称冲处传创答待担倒的斗度恶分缝冠给观供哄晃几济夹"
          + "奔劲禁尽圈看壳可勒率绿论笼露模磨闷泥喷漂片屏迫仆奇翘亲雀撒塞丧色扇省数说遂踏帖拓系吓鲜校旋咽殷饮晕轧粘爪着钻柏叙";

  private static final Pattern MARK = Pattern.compile("[，。！？；：,.!?;:\\r\\n]+");

  /** Reads the text with the house's lexicon. */
  @Requirement({"R42.2", "R42.3"})
  public static Verse of(String text, Map<String, String> lexicon) {
    var several = new LinkedHashSet<Sign>();
    var lines = new ArrayList<Line>();
    for (var part : MARK.split(text)) {
      if (!part.isBlank()) {
        var signs = Readings.of(part.strip(), lexicon).signs();
        lines.add(line(part.strip(), signs.stream().filter(Sign::chinese).toList()));
        signs.stream()
            .filter(sign -> sign.told() || SEVERAL.contains(sign.text()))
            .filter(sign -> !sign.others().isEmpty())
            .forEach(several::add);
      }
    }
    var most = most(lines);
    return new Verse(
        lines.stream().map(line -> rhyming(line, most)).toList(), most, List.copyOf(several));
  }

  private static Line line(String text, List<Sign> spoken) {
    var ending = spoken.isEmpty() ? "" : spoken.get(spoken.size() - 1).reading();
    // 子 and 了 at an end are too light to bear a rhyme; the character before them does.
    var bearing =
        spoken.size() > 1 && ending.endsWith("5")
            ? spoken.get(spoken.size() - 2).reading()
            : ending;
    return new Line(text, spoken.size(), bearing, Rhyme.of(bearing).orElse(null), false);
  }

  private static Line rhyming(Line line, @Nullable Rhyme most) {
    return new Line(
        line.text(),
        line.syllables(),
        line.ending(),
        line.rhyme(),
        most != null && line.rhyme() == most);
  }

  private static @Nullable Rhyme most(List<Line> lines) {
    return lines.stream()
        .map(Line::rhyme)
        .filter(rhyme -> rhyme != null)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() > 1)
        .max(
            Map.Entry.<Rhyme, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
