/**
 * Texts that other departments have reviewed and hand over to be read aloud, and their recall.
 *
 * <ul>
 *   <li>R37.1 when the rumour department hands a script over, it shall be here once, however often
 *       it is told, word for word, with its number and version.
 *   <li>R37.2 when its source is corrected or withdrawn, the script and every schedule that reads
 *       it shall be off the air, with the reason, and no new one be approved.
 *   <li>R54.2 when a script is handed over, the kind of its text (announcement, plain talk, clapper
 *       verse, jingle, doggerel, short message) shall be kept and be shown where its name stands,
 *       and scripts be found by it; without one it is an announcement.
 *   <li>R73.1 when words of the publicity department are published (slogan, short message, verse,
 *       the text of a sound), they shall be a script here, once, of their kind, word for word.
 *   <li>R73.2 when they are recalled, the script and every schedule that reads it shall be off the
 *       air, and the publicity department be told which.
 *   <li>R108.5 when a bulletin is issued, its text for loudspeakers shall be a script here, once,
 *       word for word, with its number and the time that reading it takes; when a corrected issue
 *       takes its place, that script shall be off the air with the new number as the reason,
 *       whichever of the two is heard first.
 * </ul>
 */
@NullMarked
package firstline.broadcast.script;

import org.jspecify.annotations.NullMarked;
