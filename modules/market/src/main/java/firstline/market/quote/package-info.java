/**
 * Quotes of prices: points, goods and their units, what is brought in by programs and on the phone,
 * the margins that local rules allow, and the alerts that the ladder of detectors raises.
 *
 * <ul>
 *   <li>R87.1 when quotes are brought as CSV, as XLSX or as JSON Lines, each line shall be taken or
 *       refused by itself with its number and reason, and the same file again shall change nothing.
 *   <li>R87.2 when a quote names a unit, its price shall be converted to the goods' own unit, and a
 *       unit that does not measure the goods shall be refused.
 *   <li>R87.3 when a quote replaces another of the same day, the earlier one shall stay in the
 *       ledger.
 *   <li>R87.4 when quotes are taken, in whatever order, an alert shall be raised on the first day a
 *       detector fires, and one that has not ended shall be prolonged rather than doubled.
 *   <li>R87.5 when an alert is handled, only the steps from its state shall be possible, each with
 *       its officer, and the ends with their reason.
 *   <li>R87.6 when alerts are shown, the share of those that were no false alarm shall be counted
 *       from the alerts that were judged.
 *   <li>R87.7 when a margin rule is set, it shall hold for goods of a group in an area from a day
 *       on, and the nearest area above a point decides.
 *   <li>R87.8 when prices are shown, areas and goods shall stand in a table of their rise, and a
 *       series as a picture with the band above which it fires and as a table.
 *   <li>R87.9 when quotes of a day are signed off, somebody other than who entered them shall do
 *       it.
 *   <li>R94.1 when margin rules or thresholds are to change, they shall be drafted and tried:
 *       against golden cases, and on the alerts of the last half year, naming those gone and those
 *       new.
 *   <li>R94.2 when a draft goes live, it shall have been tried as it stands with every golden case
 *       right, and by another officer than who wrote it.
 *   <li>R101.6 when a golden case is added, changed or taken away, drafts of its area that were
 *       tried before shall be untried, and what it was shall stay on record.
 *   <li>R94.3 when a reminder letter is written from an alert, it shall have a number of its own
 *       and be a document; once its service is recorded, its operator shall count as admonished.
 *   <li>R101.2 when an alert is to be admonished, its reminder letter shall have been served.
 *   <li>R94.4 when somebody is to have complied, a quote since the alert and its letter shall show
 *       that the price has come down.
 *   <li>R94.5 when a price notice is published, somebody else than who drafted it shall do it, and
 *       the public shall see it from its first day to its last.
 *   <li>R94.8 when an alert comes with talk of a shortage, the watch on rumours shall have it as a
 *       claim, once.
 *   <li>R94.9 when goods are chosen, their rise shall stand in a table of areas and days.
 *   <li>R94.10 when a quote was replaced two years ago, it shall be forgotten, and not before.
 * </ul>
 */
@NullMarked
package firstline.market.quote;

import org.jspecify.annotations.NullMarked;
