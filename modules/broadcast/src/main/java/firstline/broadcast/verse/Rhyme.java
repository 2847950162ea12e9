package firstline.broadcast.verse;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The thirteen tracks (十三辙) of northern sung and spoken verse, by the final of a syllable of
 * Mandarin. Tones do not count, and the sounds of {@code yi}, {@code yu} and {@code er} are one.
 */
public enum Rhyme {
  FAHUA,
  SUOBO,
  MIEXIE,
  GUSU,
  YIQI,
  HUAILAI,
  HUIDUI,
  YAOTIAO,
  YOUQIU,
  YANQIAN,
  RENCHEN,
  JIANGYANG,
  ZHONGDONG;

  /** The longer endings before the shorter ones that they contain. */
  private static final List<Map.Entry<String, Rhyme>> ENDINGS =
      List.of(
          Map.entry("ong", ZHONGDONG),
          Map.entry("eng", ZHONGDONG),
          Map.entry("ing", ZHONGDONG),
          Map.entry("ang", JIANGYANG),
          Map.entry("an", YANQIAN),
          Map.entry("en", RENCHEN),
          Map.entry("in", RENCHEN),
          Map.entry("un", RENCHEN),
          Map.entry("vn", RENCHEN),
          Map.entry("ao", YAOTIAO),
          Map.entry("ou", YOUQIU),
          Map.entry("iu", YOUQIU),
          Map.entry("ai", HUAILAI),
          Map.entry("ei", HUIDUI),
          Map.entry("ui", HUIDUI),
          Map.entry("er", YIQI),
          Map.entry("ie", MIEXIE),
          Map.entry("ye", MIEXIE),
          Map.entry("ue", MIEXIE),
          Map.entry("ve", MIEXIE),
          Map.entry("a", FAHUA),
          Map.entry("o", SUOBO),
          Map.entry("e", SUOBO),
          Map.entry("i", YIQI),
          Map.entry("v", YIQI));

  /** Of a syllable such as {@code xue2} or {@code lv4}; empty for a hum like {@code ng2}. */
  public static Optional<Rhyme> of(String syllable) {
    var sound = syllable.replaceAll("[0-9]", "");
    if (sound.endsWith("u") && !sound.endsWith("ou") && !sound.endsWith("iu")) {
      // After j, q, x and y it is written u and spoken ü.
      return Optional.of(sound.matches("[jqxy]u") ? YIQI : GUSU);
    }
    return ENDINGS.stream()
        .filter(ending -> sound.endsWith(ending.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
