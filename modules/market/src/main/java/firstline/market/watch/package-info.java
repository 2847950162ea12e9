/**
 * Watches on prices: where people talk of a shortage, the prices of those goods are looked at every
 * day. Not in it: what a price means, which the detectors say.
 *
 * <ul>
 *   <li>R119.1 when a rumour speaks of a shortage or a rise of goods whose prices are collected,
 *       those goods shall be watched for fourteen days in each county in which it goes round, and a
 *       further rumour of them shall prolong that watch rather than double it.
 *   <li>R119.2 while goods are watched, whoever enters prices there shall have it as a to-do of
 *       every day until each point has quoted them.
 *   <li>R119.3 when a watch is shown, its rumours, its points, those that quoted today, the rise
 *       since before the talk and its alerts shall be counted from the records.
 *   <li>R119.4 when a watch is prolonged or ended, it shall be by who checks prices, with a reason,
 *       and stay on record.
 * </ul>
 */
@NullMarked
package firstline.market.watch;

import org.jspecify.annotations.NullMarked;
