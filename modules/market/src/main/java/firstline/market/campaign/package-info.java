/**
 * Campaigns for order in the market: their aims, phases, departments and areas, what each area is
 * to reach, and what has been reached, counted from the records.
 *
 * <ul>
 *   <li>R93.1 when a campaign is planned, its phases shall follow one another and its areas shall
 *       lie right below its own; what does not fit shall be refused with the field.
 *   <li>R93.2 when a figure is shown, it shall have been counted from records by day and area, with
 *       its definition beside it, and lead to exactly the records that it counts.
 *   <li>R93.3 when a record comes late and changes a day that was counted whole, the day shall show
 *       the new value, and old and new shall stand in a journal.
 *   <li>R93.4 when somebody types a figure counted on paper, it shall stand beside the counted one
 *       of the same days with its gap, and never replace it.
 *   <li>R93.5 when a campaign is closed, its figures shall stand still.
 *   <li>R93.6 when a record is shown, the campaigns that it belongs to by area, days and subject
 *       shall be named with it.
 *   <li>R93.7 when the bulletin is made, what campaigns count shall be there by area and day, each
 *       record once, however many campaigns it belongs to and however often it is counted.
 * </ul>
 */
@NullMarked
package firstline.market.campaign;

import org.jspecify.annotations.NullMarked;
