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
 *   <li>R121.1 when there is no mouse, an officer shall do each of the twelve tasks that
 *       TwelveTasksWithoutAMouseIT names, and shall see at every stop what has the focus.
 *   <li>R121.2 when a page tells of a refusal or of what was done, the focus shall stand there.
 *   <li>R121.3 when the detail of a row is opened, the focus shall stand on its title; when it is
 *       closed, on the row again.
 *   <li>R121.4 when keys are pressed outside fields, j and k shall go from row to row of a list or
 *       a gallery, x shall tick the row, and b shall go to the steps for many.
 *   <li>R121.5 when the return key is pressed in a field of a form whose first button puts
 *       something on the air, nothing shall be sent: the button gets the focus.
 * </ul>
 */
@NullMarked
package firstline.console.shell;

import org.jspecify.annotations.NullMarked;
