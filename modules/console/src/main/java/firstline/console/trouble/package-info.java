/**
 * What officers report that does not work in the console.
 *
 * <ul>
 *   <li>R111.1 when an officer reports a problem, page, language, theme and width shall go with it,
 *       and the id of the incident if the error page led there; nothing that was typed into the
 *       address shall.
 *   <li>R111.2 when a problem is reported, the system administrators within whose areas it lies
 *       shall see it, answer and close it, and nobody else but who reported it shall.
 *   <li>R111.3 when a problem is answered, it shall wait on the reporter's home until they have
 *       opened it.
 * </ul>
 */
@NullMarked
package firstline.console.trouble;

import org.jspecify.annotations.NullMarked;
