package firstline.market.referral;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.POLICE;

/**
 * What can be done to a referral, by whom, and the article of the Provisions on the Referral of
 * Suspected Crimes by Administrative Organs (行政执法机关移送涉嫌犯罪案件的规定, 2001, amended 2020). Words: {@code
 * referral.action.<name>}; refused out of its place with {@code referral.step.<name>}.
 */
public enum ReferralAction {
  APPROVE(HEAD, "五", 5),
  DECLINE(HEAD, "五", 5),
  SEND(CASE, "五", 5),
  ACCEPT(POLICE, "八", 8),
  REFUSE(POLICE, "八", 8),
  /** Asks the police to look at it again. */
  OBJECT(HEAD, "九", 9),
  /** Puts up with the refusal. */
  ABIDE(HEAD, "十", 10),
  UPHOLD(POLICE, "九", 9),
  HAND_OVER(CASE, "十二", 12);

  private final String right;
  private final String numeral;
  private final int number;

  ReferralAction(String right, String numeral, int number) {
    this.right = right;
    this.numeral = numeral;
    this.number = number;
  }

  /** Key of the right that it needs. */
  public String right() {
    return right;
  }

  /** The article as it is cited in Chinese. */
  public String zh() {
    return "《行政执法机关移送涉嫌犯罪案件的规定》第" + numeral + "条";
  }

  /** The article as it is cited in English. */
  public String en() {
    return "Provisions on the Referral of Suspected Crimes, art. " + number;
  }
}
