package firstline.market.campaign;

/** The phases of a campaign, in their order. Words: {@code market-campaign.phase.<name>}. */
public enum Phase {
  DEPLOY,
  CHECK,
  RECTIFY,
  SUM_UP
}
