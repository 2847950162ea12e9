/**
 * What each audience is to play: built once for all its speakers, signed, numbered, kept.
 *
 * <ul>
 *   <li>R32.3 when a schedule is approved, withdrawn or ended, exactly the programmes of the
 *       audiences that it reaches shall get a higher revision.
 *   <li>R32.4 when nothing of what is to be heard has changed, the programme shall keep its
 *       revision until half a day before it would be stale.
 *   <li>R32.5 when two plays may meet, their order of right shall be emergencies by level, live,
 *       routine, drill; then the upper area; then the earlier approval; and never equal.
 *   <li>R32.6 when an audience asks for a programme that it holds, the answer shall be 304 without
 *       a look into the database.
 *   <li>R32.7 when a speaker waits for a change, it shall be woken by the change, or let go after
 *       its time.
 *   <li>R32.8 when a play is withdrawn, every audience that could hold it shall be told so for as
 *       long as it could.
 *   <li>R32.9 when an area or one above it has quiet windows, the programmes of its audiences shall
 *       carry them merged, and only those below a change shall be built anew.
 *   <li>R32.10 when the routine plays of an audience's day exceed its budget, those shall be heard
 *       that fit in the order of right; emergencies and live pages are never left out.
 *   <li>R32.11 when a play is left out for want of minutes, it shall be planned for nobody of the
 *       audience, on record, and not be decided again once it could have begun.
 *   <li>R56.1 when a stored schedule cannot be read, it alone shall be left out; all other plays
 *       shall go out.
 *   <li>R56.2 when a schedule is left out so, it shall be a to-do, and its page say what is wrong
 *       with it, until it can be read or is withdrawn.
 * </ul>
 */
@NullMarked
package firstline.broadcast.programme;

import org.jspecify.annotations.NullMarked;
