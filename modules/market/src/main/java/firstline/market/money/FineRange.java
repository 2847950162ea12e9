package firstline.market.money;

import firstline.persistence.requirement.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * How much a price violation may be fined: the table of the Provisions on Administrative Penalties
 * for Price Violations (价格违法行为行政处罚规定, State Council order 585 of 2010), articles 4 to 14.
 */
public final class FineRange {
  /** The article that was broken. */
  public enum Rule {
    DUMPING("四", 4, yuan(100_000), yuan(1_000_000), 0, 5),
    COLLUSION("五", 5, yuan(100_000), yuan(1_000_000), yuan(5_000_000), 5),
    DRIVING_UP("六", 6, yuan(50_000), yuan(500_000), yuan(3_000_000), 5),
    FRAUD("七", 7, yuan(50_000), yuan(500_000), 0, 5),
    GRADING("八", 8, yuan(20_000), yuan(200_000), 0, 5),
    SET_PRICES("九", 9, yuan(50_000), yuan(500_000), yuan(2_000_000), 5),
    INTERVENTION("十", 10, yuan(100_000), yuan(1_000_000), yuan(5_000_000), 5),
    PROFITEERING("十二", 12, 0, 0, 0, 5),
    MARKING("十三", 13, 0, yuan(5_000), 0, 0),
    REFUSING_PAPERS("十四", 14, 0, yuan(100_000), 0, 0);

    private final String numeral;
    private final int article;
    private final long least;
    private final long most;
    private final long heavier;
    private final int times;

    Rule(String numeral, int article, long least, long most, long heavier, int times) {
      this.numeral = numeral;
      this.article = article;
      this.least = least;
      this.most = most;
      this.heavier = heavier;
      this.times = times;
    }

    private static long yuan(long yuan) {
      return yuan * 100;
    }
  }

  /** How grave it is: 情节严重 of a person counts as heavier (art. 11, second paragraph). */
  public enum Gravity {
    COMMON,
    HEAVIER
  }

  /**
   * A range in fen, both ends lawful.
   *
   * @param sourceZh the article, in Chinese
   * @param sourceEn the same in English
   */
  public record Range(long least, long most, String sourceZh, String sourceEn) {
    public boolean holds(long fine) {
      return fine >= least && fine <= most;
    }
  }

  private static final long PERSON_MOST = 10_000_000;
  private static final long PERSON_HEAVIER_MOST = 50_000_000;

  private FineRange() {}

  /**
   * The range.
   *
   * @param gains unlawful gains in fen; null where there are none or nobody can tell (art. 18)
   */
  @Requirement("R85.5")
  public static Range of(Rule rule, boolean person, @Nullable Long gains, Gravity gravity) {
    if (gains != null && gains > 0 && rule.times > 0) {
      return range(rule, "", "", 0, Math.multiplyExact(gains, (long) rule.times));
    }
    if (person && rule.article <= 10) {
      var heavier = gravity == Gravity.HEAVIER && rule.heavier > 0 && rule != Rule.SET_PRICES;
      return heavier
          ? range(rule, "、第十一条第二款", " and 11(2)", PERSON_MOST, PERSON_HEAVIER_MOST)
          : range(rule, "、第十一条", " and 11", 0, PERSON_MOST);
    }
    return gravity == Gravity.HEAVIER && rule.heavier > 0
        ? range(rule, "", "", rule.most, rule.heavier)
        : range(rule, "", "", rule.least, rule.most);
  }

  private static Range range(Rule rule, String moreZh, String moreEn, long least, long most) {
    return new Range(
        least,
        most,
        "《价格违法行为行政处罚规定》第" + rule.numeral + "条" + moreZh,
        "Provisions on Penalties for Price Violations, art. " + rule.article + moreEn);
  }
}
