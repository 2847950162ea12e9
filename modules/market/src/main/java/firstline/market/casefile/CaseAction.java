package firstline.market.casefile;

import static firstline.market.casefile.Article.PENALTY_57;
import static firstline.market.casefile.Article.PENALTY_61;
import static firstline.market.casefile.Article.PENALTY_64;
import static firstline.market.casefile.Article.PENALTY_65;
import static firstline.market.casefile.Article.PROCEDURE_19;
import static firstline.market.casefile.Article.PROCEDURE_20;
import static firstline.market.casefile.Article.PROCEDURE_46;
import static firstline.market.casefile.Article.PROCEDURE_48;
import static firstline.market.casefile.Article.PROCEDURE_49;
import static firstline.market.casefile.Article.PROCEDURE_50;
import static firstline.market.casefile.Article.PROCEDURE_54;
import static firstline.market.casefile.Article.PROCEDURE_56;
import static firstline.market.casefile.Article.PROCEDURE_58;
import static firstline.market.casefile.Article.PROCEDURE_60;
import static firstline.market.casefile.Article.PROCEDURE_66;
import static firstline.market.casefile.Article.PROCEDURE_72;
import static firstline.market.casefile.Article.PROCEDURE_75;
import static firstline.market.casefile.Article.PROCEDURE_76;
import static firstline.market.casefile.Article.PROCEDURE_77;
import static firstline.market.casefile.Article.PROCEDURE_78;

import firstline.market.MarketRights;

/**
 * What can be done to a case, by whom, and the article that orders it. Words: {@code
 * case.action.<name>}; refused out of its place with {@code case.step.<name>}.
 */
public enum CaseAction {
  /** Approves the filing and names the officers. */
  ASSIGN(MarketRights.HEAD, PROCEDURE_19),
  /** Does not file it, on a ground of the law. */
  REJECT(MarketRights.HEAD, PROCEDURE_20),
  SUSPEND(MarketRights.HEAD, PROCEDURE_46),
  RESUME(MarketRights.HEAD, PROCEDURE_46),
  /** Ends the investigation with a report and a proposal. */
  CONCLUDE(MarketRights.CASE, PROCEDURE_48),
  /** Decides at once, by the simple procedure. */
  DECIDE_ON_SPOT(MarketRights.CASE, PROCEDURE_66),
  SUBMIT(MarketRights.CASE, PROCEDURE_49),
  SEND_BACK(MarketRights.LEGAL, PROCEDURE_54),
  /** From the common review to that of legality. */
  TAKE_TO_LEGAL(MarketRights.LEGAL, PROCEDURE_50),
  /** Agrees with the proposal. */
  PASS(MarketRights.LEGAL, PROCEDURE_54),
  /** Tells the party what is proposed and why. */
  NOTIFY(MarketRights.HEAD, PROCEDURE_56),
  /** Writes down what the party says to it, or that it says nothing. */
  HEAR_DEFENCE(MarketRights.CASE, PROCEDURE_58),
  HOLD_HEARING(MarketRights.LEGAL, PENALTY_64),
  END_HEARING(MarketRights.LEGAL, PENALTY_65),
  /** The heads discuss it together. */
  DELIBERATE(MarketRights.HEAD, PENALTY_57),
  DECIDE(MarketRights.HEAD, PROCEDURE_60),
  SERVE(MarketRights.CASE, PENALTY_61),
  AWAIT_PAYMENT(MarketRights.CASE, PROCEDURE_72),
  PERFORM(MarketRights.CASE, PROCEDURE_72),
  /** Finds that the days of payment are over. */
  LAPSE(MarketRights.CASE, PROCEDURE_75),
  DEMAND(MarketRights.CASE, PROCEDURE_76),
  APPLY_TO_COURT(MarketRights.HEAD, PROCEDURE_76),
  CLOSE(MarketRights.HEAD, PROCEDURE_77),
  ARCHIVE(MarketRights.CASE, PROCEDURE_78);

  private final String right;
  private final Article article;

  CaseAction(String right, Article article) {
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
