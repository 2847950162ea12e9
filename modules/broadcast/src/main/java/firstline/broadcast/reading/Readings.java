package firstline.broadcast.reading;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text with the readings of its characters, in their order. Pinyin is written as {@code zhong4}:
 * tone 5 is the neutral one, ü is {@code v}.
 */
public record Readings(List<Sign> signs) {
  /**
   * One character, or a run of what is no Chinese character.
   *
   * @param reading its pinyin; empty for what is none
   * @param others readings that it has elsewhere
   * @param told true if the lexicon says so
   */
  public record Sign(String text, String reading, List<String> others, boolean told) {
    public Sign {
      others = List.copyOf(others);
    }

    public boolean chinese() {
      return !reading.isEmpty();
    }

    /** Its reading without the tone. */
    public String sound() {
      return reading.replaceAll("[0-9]", "");
    }
  }

  private static final int LONGEST = 12;

  /** Numbers that are read digit by digit: telephones. */
  private static final Pattern TELEPHONE = Pattern.compile("[0-9]{5,}|1(?:10|19|20|22)");

  private static final List<String> DIGITS =
      List.of("ling2", "yao1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3");

  public Readings {
    signs = List.copyOf(signs);
  }

  /**
   * Reads the text.
   *
   * @param lexicon words and their readings, syllables between spaces
   */
  @Requirement("R38.10")
  public static Readings of(String text, Map<String, String> lexicon) {
    var signs = new ArrayList<Sign>();
    var plain = new StringBuilder();
    var at = 0;
    while (at < text.length()) {
      var word = longest(text, at, lexicon);
      if (word.isEmpty()) {
        plain.append(text.charAt(at));
        at++;
        continue;
      }
      read(plain, signs);
      var syllables = lexicon.getOrDefault(word, "").split(" ", -1);
      for (var i = 0; i < word.length(); i++) {
        var sign = word.substring(i, i + 1);
        signs.add(new Sign(sign, syllables[i], others(sign, syllables[i]), true));
      }
      at += word.length();
    }
    read(plain, signs);
    return new Readings(changed(signs));
  }

  private static String longest(String text, int at, Map<String, String> lexicon) {
    for (var length = Math.min(LONGEST, text.length() - at); length > 0; length--) {
      var word = text.substring(at, at + length);
      var reading = lexicon.get(word);
      if (reading != null && reading.split(" ", -1).length == word.length()) {
        return word;
      }
    }
    return "";
  }

  private static boolean han(char sign) {
    return Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN;
  }

  /** Reads what has gathered, run by run, by the dictionary, and empties it. */
  private static void read(StringBuilder plain, List<Sign> signs) {
    var from = 0;
    while (from < plain.length()) {
      var chinese = han(plain.charAt(from));
      var to = from + 1;
      while (to < plain.length() && han(plain.charAt(to)) == chinese) {
        to++;
      }
      var run = plain.substring(from, to);
      if (chinese) {
        dictionary(run, signs);
      } else {
        signs.add(new Sign(run, "", List.of(), false));
      }
      from = to;
    }
    plain.setLength(0);
  }

  private static void dictionary(String run, List<Sign> signs) {
    var syllables = PinyinHelper.toPinyin(run, PinyinStyleEnum.NUM_LAST, " ").split(" ", -1);
    for (var i = 0; i < run.length(); i++) {
      var sign = run.substring(i, i + 1);
      // What the dictionary does not know, it hands back.
      var reading = syllables.length == run.length() ? plain(syllables[i]) : "";
      signs.add(
          reading.matches("[a-z]+[1-5]")
              ? new Sign(sign, reading, others(sign, reading), false)
              : new Sign(sign, "", List.of(), false));
    }
  }

  private static List<String> others(String sign, String reading) {
    var all = new LinkedHashSet<String>();
    for (var one : PinyinHelper.toPinyinList(sign.charAt(0), PinyinStyleEnum.NUM_LAST)) {
      all.add(plain(one));
    }
    all.remove(reading);
    return List.copyOf(all);
  }

  private static String plain(String syllable) {
    return syllable.replace('ü', 'v');
  }

  /** 不 is bú before a fourth tone. */
  private static List<Sign> changed(List<Sign> signs) {
    var changed = new ArrayList<>(signs);
    for (var i = 0; i + 1 < signs.size(); i++) {
      var sign = signs.get(i);
      if (sign.text().equals("不") && !sign.told() && signs.get(i + 1).reading().endsWith("4")) {
        changed.set(i, new Sign("不", "bu2", List.of(), false));
      }
    }
    return changed;
  }

  /** The text as the pinyin voice reads it: syllables between spaces, western marks. */
  public String spoken() {
    var spoken = new StringBuilder();
    for (var sign : signs) {
      spoken.append(sign.chinese() ? sign.reading() + ' ' : western(sign.text()));
    }
    return spoken.toString().strip() + '\n';
  }

  private static String western(String text) {
    return TELEPHONE
        .matcher(text)
        .replaceAll(number -> digits(number.group()))
        .replaceAll("[，、；：]", ", ")
        .replaceAll("[。…]+", ". ")
        .replaceAll("(?<=[0-9])$", " ")
        .replace("！", "! ")
        .replace("？", "? ")
        .replaceAll("[“”‘’《》（）【】「」—·]", " ");
  }

  private static String digits(String number) {
    var read = new StringBuilder(" ");
    number.chars().forEach(digit -> read.append(DIGITS.get(digit - '0')).append(' '));
    return read.toString();
  }
}
