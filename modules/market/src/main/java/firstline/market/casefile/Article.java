package firstline.market.casefile;

import firstline.persistence.words.Language;

/**
 * An article of law that orders a step or keeps a gate. PENALTY is the Administrative Penalty Law
 * (行政处罚法, 2021), PROCEDURE the Provisions on Procedures for Administrative Penalties for Market
 * Regulation (SAMR order 2/2018, amended by 42/2021 and 61/2022), PRICE the Provisions on
 * Administrative Penalties for Price Violations (State Council, 2010), COMPULSION the
 * Administrative Compulsion Law (行政强制法, 2012), REFERRAL the Provisions on the Referral of Suspected
 * Crimes by Administrative Organs (行政执法机关移送涉嫌犯罪案件的规定, 2001, amended 2020).
 */
public enum Article {
  PENALTY_28(Law.PENALTY, "二十八", 28),
  PENALTY_40(Law.PENALTY, "四十", 40),
  PENALTY_42(Law.PENALTY, "四十二", 42),
  PENALTY_43(Law.PENALTY, "四十三", 43),
  PENALTY_44(Law.PENALTY, "四十四", 44),
  PENALTY_54(Law.PENALTY, "五十四", 54),
  PENALTY_55(Law.PENALTY, "五十五", 55),
  PENALTY_57(Law.PENALTY, "五十七", 57),
  PENALTY_58(Law.PENALTY, "五十八", 58),
  PENALTY_59(Law.PENALTY, "五十九", 59),
  PENALTY_61(Law.PENALTY, "六十一", 61),
  PENALTY_62(Law.PENALTY, "六十二", 62),
  PENALTY_63(Law.PENALTY, "六十三", 63),
  PENALTY_64(Law.PENALTY, "六十四", 64),
  PENALTY_65(Law.PENALTY, "六十五", 65),
  PROCEDURE_18(Law.PROCEDURE, "十八", 18),
  PROCEDURE_19(Law.PROCEDURE, "十九", 19),
  PROCEDURE_20(Law.PROCEDURE, "二十", 20),
  PROCEDURE_46(Law.PROCEDURE, "四十六", 46),
  PROCEDURE_48(Law.PROCEDURE, "四十八", 48),
  PROCEDURE_49(Law.PROCEDURE, "四十九", 49),
  PROCEDURE_50(Law.PROCEDURE, "五十", 50),
  PROCEDURE_54(Law.PROCEDURE, "五十四", 54),
  PROCEDURE_56(Law.PROCEDURE, "五十六", 56),
  PROCEDURE_58(Law.PROCEDURE, "五十八", 58),
  PROCEDURE_59(Law.PROCEDURE, "五十九", 59),
  PROCEDURE_60(Law.PROCEDURE, "六十", 60),
  PROCEDURE_66(Law.PROCEDURE, "六十六", 66),
  PROCEDURE_69(Law.PROCEDURE, "六十九", 69),
  PROCEDURE_72(Law.PROCEDURE, "七十二", 72),
  PROCEDURE_75(Law.PROCEDURE, "七十五", 75),
  PROCEDURE_76(Law.PROCEDURE, "七十六", 76),
  PROCEDURE_77(Law.PROCEDURE, "七十七", 77),
  PROCEDURE_78(Law.PROCEDURE, "七十八", 78),
  PRICE_6(Law.PRICE, "六", 6),
  PENALTY_56(Law.PENALTY, "五十六", 56),
  COMPULSION_18(Law.COMPULSION, "十八", 18),
  COMPULSION_19(Law.COMPULSION, "十九", 19),
  COMPULSION_21(Law.COMPULSION, "二十一", 21),
  COMPULSION_25(Law.COMPULSION, "二十五", 25),
  COMPULSION_27(Law.COMPULSION, "二十七", 27),
  COMPULSION_28(Law.COMPULSION, "二十八", 28),
  REFERRAL_5(Law.REFERRAL, "五", 5),
  REFERRAL_8(Law.REFERRAL, "八", 8),
  REFERRAL_9(Law.REFERRAL, "九", 9),
  REFERRAL_10(Law.REFERRAL, "十", 10),
  REFERRAL_12(Law.REFERRAL, "十二", 12),
  BUSINESS_54(Law.BUSINESS, "五十四", 54);

  private enum Law {
    PENALTY("行政处罚法", "Administrative Penalty Law"),
    PROCEDURE("市场监督管理行政处罚程序规定", "Penalty Procedure Provisions for Market Regulation"),
    PRICE("价格违法行为行政处罚规定", "Provisions on Penalties for Price Violations"),
    COMPULSION("行政强制法", "Administrative Compulsion Law"),
    REFERRAL("行政执法机关移送涉嫌犯罪案件的规定", "Provisions on the Referral of Suspected Crimes"),
    BUSINESS("优化营商环境条例", "Regulations on Improving the Business Environment");

    private final String zh;
    private final String en;

    Law(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  private final Law law;
  private final String numeral;
  private final int number;

  Article(Law law, String numeral, int number) {
    this.law = law;
    this.numeral = numeral;
    this.number = number;
  }

  /** As it is cited in Chinese. */
  public String zh() {
    return "《" + law.zh + "》第" + numeral + "条";
  }

  /** As it is cited in the reader's language. */
  public String said(Language language) {
    return language.english() ? en() : zh();
  }

  /** As it is cited in English. */
  public String en() {
    return law.en + ", art. " + number;
  }
}
