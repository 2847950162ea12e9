package firstline.rumour.claim;

/** Why a claim is not pursued. Words: {@code rumour.decline.<name>}. */
public enum DeclineReason {
  /** No fact is claimed: an opinion, a wish, a question. */
  NOT_A_CLAIM,
  /** Nobody is harmed and nobody spreads it. */
  NO_PUBLIC_INTEREST,
  /** Not understood, even after a second look. */
  UNCLEAR,
  /** Advertisement or nonsense. */
  SPAM,
  /** Another authority answers it. */
  ELSEWHERE
}
