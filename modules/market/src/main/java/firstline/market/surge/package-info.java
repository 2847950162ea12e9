/**
 * Price surges, pure: a ladder of detectors, each of which names its rung and the figures it fired
 * on. Knows no database and no framework. Not in it: what a person makes of an alert.
 *
 * <ul>
 *   <li>R86.1 when cost and price are known, the markup shall be computed on cost or on the sale as
 *       the local rule says, and what exceeds the rule's cap shall be a signal that names the rule.
 *   <li>R86.2 when a price stands out of its own series on a day, by the series' own robust scale,
 *       that day shall be a signal, from quotes in order in constant time and memory each.
 *   <li>R86.3 when months of prices are known, the alert for price spikes shall be computed by
 *       trend and months, of the whole sample and of what was known at the time.
 *   <li>R86.4 when years of prices are known, the indicator of food price anomalies shall be
 *       computed of weighted quarterly and annual growth.
 *   <li>R86.5 when a series is too young for its own history, its price shall be compared with the
 *       same goods at other points on the same day.
 * </ul>
 */
@NullMarked
package firstline.market.surge;

import org.jspecify.annotations.NullMarked;
