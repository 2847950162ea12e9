/**
 * The wall screen of a duty room: what is on the air, who has to be called, which speakers are
 * silent, and what comes next, to be read from across the room.
 *
 * <ul>
 *   <li>R49.5 when the wall is shown, the next plays on it shall be the earliest that have not
 *       begun and reach the officer's areas; and when the server no longer answers, it shall say
 *       so.
 * </ul>
 */
@NullMarked
package firstline.broadcast.wall;

import org.jspecify.annotations.NullMarked;
