/**
 * When an area is left in peace: quiet windows (night, noon rest, exams, funerals) and a budget of
 * routine minutes a day, both inherited down the tree. Emergencies and live pages know neither;
 * drills do.
 *
 * <ul>
 *   <li>R40.1 when a quiet window is set, it shall hold in its area and everything below it, in the
 *       programmes of exactly those audiences, merged with what they had.
 *   <li>R40.2 when a quiet window is longer than a day, overlaps itself, is too dense, or its times
 *       cannot be read, it shall be refused by name.
 *   <li>R40.3 when a window or a budget is ended, it shall stay on record with who ended it, when
 *       and why.
 *   <li>R40.4 when an officer sets a window or a budget, it shall be in the officer's own areas,
 *       and be seen by everybody for whom it holds.
 *   <li>R40.5 when several areas of a chain set a budget, the nearest shall hold.
 * </ul>
 *
 * <p>R32.9 to R32.11 say what programmes make of them.
 */
@NullMarked
package firstline.broadcast.quiet;

import org.jspecify.annotations.NullMarked;
