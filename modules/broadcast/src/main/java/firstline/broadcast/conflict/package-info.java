/**
 * What stands against a schedule before it is approved: for ninety days ahead, across the whole
 * tree, against everything that is approved.
 *
 * <ul>
 *   <li>R41.1 when a plan is checked, every approved routine schedule shall be found, and no other,
 *       that sounds with it in a common audience, with the first time, how often, and who yields.
 *   <li>R41.2 when a plan is checked, every quiet window that it would break shall be found.
 *   <li>R41.3 when a plan is checked, the first village and day shall be found whose minutes it
 *       exceeds, and how many there are.
 *   <li>R41.4 when a plan reaches no speaker, or sounds longer than its slot, it shall not be
 *       submitted; when it reaches some that were not heard of for a day, it shall be said.
 *   <li>R41.5 when a plan sounds with another or in a quiet window, the nearest time of the same
 *       days shall be proposed at which it does neither.
 *   <li>R41.6 when schedules, windows or places change, the next check shall know it.
 *   <li>R41.7 when plays went over to another schedule, they shall not count for the first; when a
 *       plan is to take plays over, they shall not stand against it.
 * </ul>
 *
 * <p>A place is an audience with a speaker that is not retired: two schedules for a village without
 * any meet nowhere. What is approved later counts from the next check on.
 */
@NullMarked
package firstline.broadcast.conflict;

import org.jspecify.annotations.NullMarked;
