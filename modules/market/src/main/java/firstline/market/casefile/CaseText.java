package firstline.market.casefile;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.text.PlainText;

/** Text of cases as it is typed. */
public final class CaseText {
  private CaseText() {}

  /**
   * The text without what makes a page lie.
   *
   * @throws Refusal the code, with the most characters, if it is longer
   */
  public static String checked(String typed, int most, String code) {
    var text = PlainText.lines(typed);
    if (text.length() > most) {
      throw new Refusal(code, most);
    }
    return text;
  }

  /** The same of what must not be empty. */
  public static String required(String typed, int most, String code) {
    var text = checked(typed, most, code);
    if (text.isEmpty()) {
      throw new Refusal(code, most);
    }
    return text;
  }

  /** The same of what is one line and must not be empty. */
  public static String line(String typed, int most, String code) {
    return required(PlainText.line(typed), most, code);
  }
}
