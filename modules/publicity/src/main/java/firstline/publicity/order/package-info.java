/**
 * Orders: a unit asks for copies, somebody above decides where the quota does not, stores above
 * deliver, and what came is counted.
 *
 * <ul>
 *   <li>R62.1 when a unit asks for copies within its quota of the month, the order shall be open
 *       for delivery at once; above the quota it shall wait for a decision.
 *   <li>R62.2 when an order waits, somebody else with the right over an area above shall grant it,
 *       whole or in part, or decline it with a reason, once.
 *   <li>R62.3 when copies are delivered, no more shall go than is granted and neither came nor is
 *       on the way, and no more than the giver's store really has; the movement shall name the
 *       order.
 *   <li>R62.4 when the other side says what came, that shall count as delivered; whether an order
 *       is waiting, open, in part or wholly delivered shall be counted from such facts.
 *   <li>R62.5 when orders are compared, what was asked, granted, sent, received and is missing
 *       shall stand side by side, as a page and as a table to take along.
 *   <li>R62.6 when a quota is set, it shall hold for a kind of unit below an area from a month on;
 *       the nearest area above a unit decides, and without any quota every order waits.
 *   <li>R62.7 when a version is recalled, expired or replaced, it shall neither be asked for,
 *       granted nor delivered.
 * </ul>
 */
@NullMarked
package firstline.publicity.order;

import org.jspecify.annotations.NullMarked;
