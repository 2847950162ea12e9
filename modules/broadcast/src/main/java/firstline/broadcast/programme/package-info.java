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
 * </ul>
 */
@NullMarked
package firstline.broadcast.programme;

import org.jspecify.annotations.NullMarked;
