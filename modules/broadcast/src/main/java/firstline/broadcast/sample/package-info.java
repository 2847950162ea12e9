/**
 * The sample city's fleet: real villages, a simulated speaker in each, and a month that it has
 * lived through. In the demo alone, and only where the launcher has made the fleet's keys.
 *
 * <ul>
 *   <li>R43.1 when the sample city is founded beside a fleet, its speakers shall be enrolled by
 *       their own public keys in villages of every county, and their codes be written to a file for
 *       the owner's eyes alone.
 *   <li>R43.2 when the sample city is founded beside a fleet, the programmes of the month before
 *       shall be signed and laid beside it, so that what counts as played is handed in by the
 *       speakers and by nobody else.
 * </ul>
 */
@NullMarked
package firstline.broadcast.sample;

import org.jspecify.annotations.NullMarked;
