/**
 * Referral to the police of what may be a crime: by days and hours, from the proposal to the
 * hand-over, or back.
 *
 * <ul>
 *   <li>R92.7 when a case is referred, each step shall stand in the one declared table with state,
 *       action and right; the police shall take or refuse it only by their own right.
 *   <li>R92.8 when a referral moves, the terms of the State Council's provisions shall run: three
 *       days to decide, twenty-four hours to send, three days each to review, to object and to hand
 *       over.
 *   <li>R92.9 when the police have taken a case, no other end than the referral shall be decided
 *       for it; while a referral is open, none at all.
 * </ul>
 */
@NullMarked
package firstline.market.referral;

import org.jspecify.annotations.NullMarked;
