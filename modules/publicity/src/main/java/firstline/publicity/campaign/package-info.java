/**
 * Campaigns: what material of several kinds and departments is made for, with dates, an owner and a
 * contact.
 *
 * <ul>
 *   <li>R64.9 when a campaign is planned, it shall have a title, dates in their order and a number,
 *       belong to an area and department, and be changed within that scope alone.
 * </ul>
 */
@NullMarked
package firstline.publicity.campaign;

import org.jspecify.annotations.NullMarked;
