/**
 * What a place hears and when: the week of an area, the day of a village, the public's programme,
 * and the edits that hand plays over from one schedule to its successor.
 *
 * <ul>
 *   <li>R44.1 when a week of an area is shown, it shall hold each play that any place of it hears
 *       at its time, and the drafts of the officer's areas told apart from what is approved.
 *   <li>R44.2 when a day of an area is run dry, each of its approved plays shall be shown with the
 *       times at which it sounds and to whom it yields, by the order of right.
 *   <li>R44.3 when days, times and places are typed as a clerk says them, they shall become the
 *       rule that gives exactly these starts, and an edit shall show the same words again.
 *   <li>R44.4 when an approved schedule is edited for this play, this and the following or all, a
 *       draft shall be made that names it, and the schedule itself shall stay as it was approved.
 *   <li>R44.5 when the successor is approved, the original shall lose exactly those plays in the
 *       same moment: nobody hears both or none, and what has begun stays.
 *   <li>R44.6 when the original was changed or withdrawn since, or the play has begun, the approval
 *       shall be refused.
 *   <li>R44.7 when schedules are copied to another area, drafts with the same content for that area
 *       shall be made, and nothing else.
 *   <li>R44.8 when anybody asks for an area's programme as iCalendar, it shall hold the starts of
 *       the approved routine schedules that reach the area, and no others, in the grammar of RFC
 *       5545.
 *   <li>R44.9 when anybody looks at an area's programme, emergencies on the air shall stand first,
 *       then the plays of the coming days, approved ones only, without a script.
 *   <li>R44.10 when a day of an area is run dry, what breaks a quiet window and what a village's
 *       minutes do not suffice for shall be shown as not heard, with the reason.
 * </ul>
 */
@NullMarked
package firstline.broadcast.calendar;

import org.jspecify.annotations.NullMarked;
