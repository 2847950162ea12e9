package firstline.market.inspect;

import static firstline.market.casefile.Article.BUSINESS_54;
import static firstline.market.casefile.Article.PENALTY_28;
import static firstline.market.casefile.Article.PENALTY_42;
import static firstline.market.casefile.Article.PENALTY_54;
import static firstline.market.casefile.Article.PENALTY_55;
import static firstline.market.casefile.Article.PROCEDURE_18;

import firstline.market.MarketRights;
import firstline.market.casefile.Article;

/**
 * What can be done to an inspection, by whom, and the article that orders it. Words: {@code
 * inspection.action.<name>}; refused out of its place with {@code inspection.step.<name>}.
 */
public enum InspectionAction {
  /** Names the two officers. */
  ASSIGN(MarketRights.HEAD, PENALTY_42),
  /** Is on the spot and has shown the papers. */
  ARRIVE(MarketRights.INSPECT, PENALTY_55),
  /** Tells the visit. */
  SUBMIT(MarketRights.INSPECT, PENALTY_55),
  RETURN(MarketRights.HEAD, PENALTY_55),
  CONFIRM(MarketRights.HEAD, PENALTY_55),
  FIND_NOTHING(MarketRights.HEAD, BUSINESS_54),
  ORDER_CORRECTION(MarketRights.HEAD, PENALTY_28),
  /** Tells the visit after a correction was ordered. */
  RECHECK(MarketRights.INSPECT, PENALTY_28),
  FIND_CORRECTED(MarketRights.HEAD, PENALTY_28),
  TO_LEAD(MarketRights.INTAKE, PROCEDURE_18),
  TO_CASE(MarketRights.INTAKE, PENALTY_54);

  private final String right;
  private final Article article;

  InspectionAction(String right, Article article) {
    this.right = right;
    this.article = article;
  }

  /** Key of the right that it needs. */
  public String right() {
    return right;
  }

  public Article article() {
    return article;
  }
}
