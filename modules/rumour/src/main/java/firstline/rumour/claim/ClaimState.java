package firstline.rumour.claim;

/** RECEIVED until somebody settles it. */
public enum ClaimState {
  RECEIVED,
  JOINED,
  DECLINED
}
