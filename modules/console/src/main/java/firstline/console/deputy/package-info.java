/**
 * Who stands in for an officer who is away, and who takes over from one who leaves.
 *
 * <ul>
 *   <li>R113.1 when an officer, or who arranges the department's work, names a deputy, it shall be
 *       an active officer of the same department, for 90 days at most, and nobody shall stand in
 *       for one who is away or stands in already for the same time.
 *   <li>R113.2 while it runs, the deputy shall hold the absent officer's own rights but those of
 *       administration, of second-person approval and of what is sealed, and each act with them
 *       shall be recorded as done for the absent one.
 *   <li>R113.3 when it is over, revoked, or one of the two is no longer active there, the rights
 *       shall be gone with the next request.
 *   <li>R113.4 when a deputy is named or ended, both shall see it, and it shall stay as it was
 *       written.
 * </ul>
 *
 * <p>Names of deputies:
 *
 * <ul>
 *   <li>R123.1 when a deputy acts with a right of the absent one's, the history of the record shall
 *       name the deputy and for whom; what is owned, signed or compared shall bear the deputy's own
 *       name.
 *   <li>R123.2 when a history is shown, it shall say so in the language of the page.
 * </ul>
 *
 * <p>Open work of one who leaves:
 *
 * <ul>
 *   <li>R114.1 when who arranges a department's work looks at a colleague, active or not, all that
 *       lies open with them shall be shown, by kind.
 *   <li>R114.2 when ticked records are handed over, all shall pass in one transaction, each with a
 *       line in its own history, and the way back shall be the same.
 *   <li>R114.3 when the successor lacks a right, the area, or has the record already, each such
 *       record shall be named with the reason and nothing pass.
 *   <li>R122.1 when an appeal is handed over, its reviewer shall be the successor, unless they had
 *       a hand in the answer.
 *   <li>R122.2 when a recall of what an officer downloaded is handed over, the successor shall
 *       answer it, and who downloaded it shall stay written.
 *   <li>R122.3 when files that wait are handed over, those of a folder shall pass together.
 * </ul>
 */
@NullMarked
package firstline.console.deputy;

import org.jspecify.annotations.NullMarked;
