package firstline.rumour.rebuttal;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The same answer for channels that have little room or no eyes. As written, any of them may be
 * empty; {@link #completed} fills those in from the long text, the same way every time, so that
 * each channel always has its text and the hash of the long text binds it. Whoever changes the way
 * must submit anew what is under review.
 *
 * <ul>
 *   <li>short text: the fact, then whole sentences of the explanation and of the advice while they
 *       fit;
 *   <li>script: fact, explanation and advice, whole sentences, without web addresses, which nobody
 *       can hear;
 *   <li>poster: the fact, cut at the last mark that ends a clause if it is too long.
 * </ul>
 *
 * @param shortText at most 140 characters, counted as readers count them: code points
 * @param script to be read aloud, at most 2,000
 * @param poster one line of at most 40
 */
public record Variants(String shortText, String script, String poster) {
  public static final int SHORT = 140;
  public static final int SCRIPT = 2_000;
  public static final int POSTER = 40;

  /** Nothing written: everything is made from the long text. */
  public static final Variants NONE = new Variants("", "", "");

  private static final Pattern SENTENCE =
      Pattern.compile("[^。！？!?…；;\n]*?(?:[。！？!?…；;]+|\\.(?=\\s|$)|\n|$)");
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[\\p{ASCII}&&[^\\s\"<>]]+");
  private static final String CLAUSE = "，。；、！？,;!?";
  private static final String CLOSED = "。！？!?….；;：:";

  public Variants {
    shortText = within("short", PlainText.line(shortText), SHORT);
    script = within("script", PlainText.lines(script), SCRIPT);
    poster = within("poster", PlainText.line(poster), POSTER);
  }

  /** All three, what is not written made from the long text. */
  Variants completed(String fact, String explanation, String advice, boolean english) {
    var parts = List.of(explanation, advice);
    return new Variants(
        shortText.isEmpty() ? joined(fact, parts, SHORT, english, " ") : shortText,
        script.isEmpty() ? joined(spoken(fact), parts, SCRIPT, english, "\n") : script,
        poster.isEmpty() ? line(fact) : poster);
  }

  /** The headline and whole sentences of the parts, as many as have room. */
  private static String joined(
      String headline, List<String> parts, int most, boolean english, String between) {
    var head = PlainText.line(headline);
    var text = new StringBuilder(cut(head, most));
    if (length(head) >= most || head.isEmpty()) {
      return text.toString();
    }
    if (CLOSED.indexOf(head.charAt(head.length() - 1)) < 0) {
      text.append(english ? '.' : '。');
    }
    for (var part : parts) {
      var gap = between.equals("\n") ? "\n" : english ? " " : "";
      for (var sentence : sentences(spoken(part))) {
        if (length(text) + length(gap) + length(sentence) > most) {
          return text.toString();
        }
        text.append(gap).append(sentence);
        gap = english ? " " : "";
      }
    }
    return text.toString();
  }

  private static List<String> sentences(String text) {
    var sentences = new ArrayList<String>();
    var found = SENTENCE.matcher(text);
    while (found.find()) {
      var sentence = PlainText.line(found.group());
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
      if (found.end() == text.length()) {
        break;
      }
    }
    return sentences;
  }

  private static String line(String fact) {
    var head = PlainText.line(fact);
    if (length(head) <= POSTER) {
      return head;
    }
    var start = head.substring(0, head.offsetByCodePoints(0, POSTER));
    for (var i = start.length() - 1; i >= POSTER / 3; i--) {
      if (CLAUSE.indexOf(start.charAt(i)) >= 0) {
        return start.substring(0, i);
      }
    }
    return cut(head, POSTER);
  }

  private static String spoken(String text) {
    return ADDRESS.matcher(text).replaceAll("");
  }

  private static String cut(String text, int most) {
    return length(text) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** Characters as a reader counts them. */
  static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  private static String within(String field, String text, int most) {
    if (length(text) > most) {
      throw new Refusal("rebuttal." + field + ".long", most);
    }
    return text;
  }
}
