package firstline.persistence.right;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A name as the histories of records keep it: {@code 张三（代李四）} of who stands in for somebody. Pages
 * take it apart again, to say it in their own language. It is for histories alone: what is signed,
 * owned or compared bears the officer's own name and id.
 *
 * @param officer who did it
 * @param absent for whom; empty for nobody
 */
public record HistoryName(String officer, List<String> absent) {
  private static final Pattern KEPT = Pattern.compile("(.+)（代(.+)）");
  private static final String JOINT = "、";

  public HistoryName {
    absent = List.copyOf(absent);
  }

  /** What was kept. */
  public static HistoryName of(String kept) {
    var match = KEPT.matcher(kept);
    return match.matches()
        ? new HistoryName(match.group(1), List.of(match.group(2).split(JOINT)))
        : new HistoryName(kept, List.of());
  }

  /** As it is kept. */
  public String kept() {
    return absent.isEmpty() ? officer : officer + "（代" + String.join(JOINT, absent) + "）";
  }
}
