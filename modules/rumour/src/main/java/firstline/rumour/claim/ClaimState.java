package firstline.rumour.claim;

import java.util.EnumSet;
import java.util.Set;

/** Where a claim stands. Words: {@code rumour.claim.state.<name>}. */
public enum ClaimState {
  RECEIVED,
  /** Another area or department has to look at it. */
  TRANSFERRED,
  /** It reports a rumour that was known already. */
  JOINED,
  /** It was the first report of its rumour. */
  ACCEPTED,
  ANSWERED,
  DECLINED,
  /** Spam. It says nothing about others that resemble it. */
  QUARANTINED;

  /** Somebody must look at it. */
  static final Set<ClaimState> WAITING = EnumSet.of(RECEIVED, TRANSFERRED);

  /** It belongs to a rumour. */
  static final Set<ClaimState> OF_A_RUMOUR = EnumSet.of(JOINED, ACCEPTED, ANSWERED);
}
