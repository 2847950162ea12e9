package firstline.market.measure;

import firstline.market.MarketRights;
import firstline.market.casefile.Article;

/**
 * What can be done to a measure, by whom, and the article that orders it. Words: {@code
 * measure.action.<name>}; refused out of its place with {@code measure.step.<name>}.
 */
public enum MeasureAction {
  APPROVE(MarketRights.HEAD, Article.COMPULSION_18),
  /** Of an urgent one: it ends at once. */
  REFUSE(MarketRights.HEAD, Article.COMPULSION_19),
  EXTEND(MarketRights.HEAD, Article.COMPULSION_25),
  TEST(MarketRights.CASE, Article.COMPULSION_25),
  END_TEST(MarketRights.CASE, Article.COMPULSION_25),
  LIFT(MarketRights.HEAD, Article.COMPULSION_28),
  CONFISCATE(MarketRights.HEAD, Article.COMPULSION_27),
  HAND_OVER(MarketRights.HEAD, Article.COMPULSION_21),
  RETURN(MarketRights.HEAD, Article.PENALTY_56),
  SEIZE(MarketRights.HEAD, Article.PENALTY_56);

  private final String right;
  private final Article article;

  MeasureAction(String right, Article article) {
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
