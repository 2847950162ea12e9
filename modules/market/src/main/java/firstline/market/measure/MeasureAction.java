package firstline.market.measure;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.HEAD;

/**
 * What can be done to a measure, by whom, and the article that orders it. COMPULSION is the
 * Administrative Compulsion Law (行政强制法, 2012), PENALTY the Administrative Penalty Law (行政处罚法,
 * 2021). Words: {@code measure.action.<name>}; refused out of its place with {@code
 * measure.step.<name>}.
 */
public enum MeasureAction {
  APPROVE(HEAD, Law.COMPULSION, "十八", 18),
  /** Of an urgent one: it ends at once. */
  REFUSE(HEAD, Law.COMPULSION, "十九", 19),
  EXTEND(HEAD, Law.COMPULSION, "二十五", 25),
  TEST(CASE, Law.COMPULSION, "二十五", 25),
  END_TEST(CASE, Law.COMPULSION, "二十五", 25),
  LIFT(HEAD, Law.COMPULSION, "二十八", 28),
  CONFISCATE(HEAD, Law.COMPULSION, "二十七", 27),
  HAND_OVER(HEAD, Law.COMPULSION, "二十一", 21),
  RETURN(HEAD, Law.PENALTY, "五十六", 56),
  SEIZE(HEAD, Law.PENALTY, "五十六", 56);

  private enum Law {
    COMPULSION("行政强制法", "Administrative Compulsion Law"),
    PENALTY("行政处罚法", "Administrative Penalty Law");

    private final String zh;
    private final String en;

    Law(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  private final String right;
  private final Law law;
  private final String numeral;
  private final int number;

  MeasureAction(String right, Law law, String numeral, int number) {
    this.right = right;
    this.law = law;
    this.numeral = numeral;
    this.number = number;
  }

  /** Key of the right that it needs. */
  public String right() {
    return right;
  }

  /** The article as it is cited in Chinese. */
  public String zh() {
    return "《" + law.zh + "》第" + numeral + "条";
  }

  /** The article as it is cited in English. */
  public String en() {
    return law.en + ", art. " + number;
  }
}
