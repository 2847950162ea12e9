package firstline.persistence.area;

import java.util.List;
import java.util.Locale;

/** Codes of administrative divisions: 12 digits (GB/T 2260 and the statistical extension). */
public final class AreaCode {
  /** Levels from the root down. */
  public static final List<String> LEVELS =
      List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE");

  private AreaCode() {}

  public static boolean isCode(String text) {
    return text.matches("[0-9]{12}");
  }

  /** Depth of a level from 0, or -1 if there is no such level. Accepts the Chinese words too. */
  public static int depth(String level) {
    var upper = level.strip().toUpperCase(Locale.ROOT);
    return switch (upper) {
      case "省", "自治区", "直辖市" -> 0;
      case "市", "地级市" -> 1;
      case "县", "区", "县区", "县级" -> 2;
      case "乡镇", "街道", "乡", "镇" -> 3;
      case "村", "社区", "村社区" -> 4;
      default -> LEVELS.indexOf(upper);
    };
  }
}
