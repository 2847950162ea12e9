/**
 * The frame of every console page: rail, top bar, home, palette.
 *
 * <ul>
 *   <li>R102.1 when something waits for an officer in any module, home shall show it as a row with
 *       what is to be done, its state and its term, the most pressing first, within the officer's
 *       rights and areas.
 *   <li>R102.2 when a term ends today, or a decision waits that the officer may take, it shall
 *       stand above the rest, and what is over shall lead the rest.
 *   <li>R102.3 when an officer has no right in a module, home shall show nothing of it.
 *   <li>R102.4 when a count of what waits is chosen, home shall show exactly the rows that it
 *       counts.
 * </ul>
 */
@NullMarked
package firstline.console.shell;

import org.jspecify.annotations.NullMarked;
