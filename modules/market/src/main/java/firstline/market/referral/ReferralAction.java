package firstline.market.referral;

import firstline.market.MarketRights;
import firstline.market.casefile.Article;

/**
 * What can be done to a referral, by whom, and the article that orders it. Words: {@code
 * referral.action.<name>}; refused out of its place with {@code referral.step.<name>}.
 */
public enum ReferralAction {
  APPROVE(MarketRights.HEAD, Article.REFERRAL_5),
  DECLINE(MarketRights.HEAD, Article.REFERRAL_5),
  SEND(MarketRights.CASE, Article.REFERRAL_5),
  ACCEPT(MarketRights.POLICE, Article.REFERRAL_8),
  REFUSE(MarketRights.POLICE, Article.REFERRAL_8),
  /** Asks the police to look at it again. */
  OBJECT(MarketRights.HEAD, Article.REFERRAL_9),
  /** Puts up with the refusal. */
  ABIDE(MarketRights.HEAD, Article.REFERRAL_10),
  UPHOLD(MarketRights.POLICE, Article.REFERRAL_9),
  HAND_OVER(MarketRights.CASE, Article.REFERRAL_12);

  private final String right;
  private final Article article;

  ReferralAction(String right, Article article) {
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
