package firstline.market.referral;

/** Where a referral stands. Words: {@code referral.state.<name>}. */
public enum ReferralState {
  PROPOSED,
  APPROVED,
  SENT,
  REFUSED,
  OBJECTED,
  ACCEPTED,
  HANDED_OVER,
  DECLINED,
  /** The police do not take it: the case goes on here. */
  RETURNED;

  /** True if nothing more follows. */
  public boolean isEnd() {
    return compareTo(HANDED_OVER) >= 0;
  }
}
