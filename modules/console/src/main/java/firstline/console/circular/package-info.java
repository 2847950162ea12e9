/**
 * Notices to colleagues, who read them and, where that is asked, acknowledge them until a day.
 *
 * <ul>
 *   <li>R109.1 when a notice is sent, it shall go to the officers in service whom its departments,
 *       area and roles name at that moment, within the writer's areas, and to nobody who comes
 *       later; to nobody at all shall be refused.
 *   <li>R109.2 when an addressee opens a notice, that shall be kept once, and so shall the
 *       acknowledgement; to anybody else it shall not be there.
 *   <li>R109.3 when a notice is not read, or not acknowledged though that is asked, it shall wait
 *       on the addressee's home, with its day, and be urgent when that runs out.
 *   <li>R109.4 when the writer's department looks at what it sent, it shall see how many of each
 *       department have read and acknowledged, and who has not.
 *   <li>R109.5 when a notice is sent, nobody shall write it anew; withdrawn with a reason, it shall
 *       wait for nobody and stay to be read as withdrawn.
 *   <li>R109.6 when a reminder is sent, at most once a day, the notice shall come back on the home
 *       of whoever put it off and has not done what it asks.
 * </ul>
 */
@NullMarked
package firstline.console.circular;

import org.jspecify.annotations.NullMarked;
