/**
 * Copies on paper, from the print run to the hand that takes one. A store belongs to an area; what
 * is on the way belongs to a consignment.
 *
 * <ul>
 *   <li>R61.1 when copies are printed, it shall be of an approved or published version of a kind
 *       that is printed, with number, printer, cost and quantity.
 *   <li>R61.2 when copies move, printed = stock + handed out + destroyed + lost shall hold for the
 *       batch, whoever moves at the same time.
 *   <li>R61.3 when more is moved than a store has, or a quantity is none, it shall be refused with
 *       the store's real stock.
 *   <li>R61.4 when a movement is told again, nothing shall change; when its id comes with another
 *       content, it shall be refused.
 *   <li>R61.5 when copies are sent, they shall be on the way until somebody else at the other side
 *       says how many came; what is missing stands open until it is settled as back or lost.
 *   <li>R61.6 when a store is counted, the difference shall become a loss or a find with its
 *       reason; no more is found than was lost there.
 *   <li>R61.7 when a phone is off line, what it moves shall wait there and be told later, once.
 *   <li>R61.8 when a batch is looked at, its holders shall stand as the tree of areas, with sums at
 *       each level.
 *   <li>R61.11 when a movement has a photo, it shall be kept once, small and without what tells of
 *       its making, and be seen by who may see the movement.
 *   <li>R61.12 when somebody else is signed in than entered it, a movement shall not be told under
 *       their name; it waits for its own officer.
 *   <li>R61.13 when there is no network, the page of an officer's own stock shall open on the phone
 *       on which it was opened before, until they sign out there.
 * </ul>
 */
@NullMarked
package firstline.publicity.ledger;

import org.jspecify.annotations.NullMarked;
