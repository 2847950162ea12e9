/**
 * Coverage: what became of the plays of many days and places, fast enough for a month of a hundred
 * million receipts.
 *
 * <ul>
 *   <li>R45.1 when plays are added up, each tally shall be what planned_play and play_end say, and
 *       an end that comes in later shall change it.
 *   <li>R45.2 when coverage is shown, it shall be finished of planned, drills apart, with the
 *       identity down to each area.
 *   <li>R45.3 when a rebuttal's script is heard, the plays shall return to the rumour department as
 *       a figure of the area and day.
 *   <li>R45.4 when the bulletin is made, plays to their end and speakers in use shall be there by
 *       area and day.
 * </ul>
 */
@NullMarked
package firstline.broadcast.coverage;

import org.jspecify.annotations.NullMarked;
