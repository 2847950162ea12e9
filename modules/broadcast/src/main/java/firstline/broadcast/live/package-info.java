/**
 * Somebody on duty speaks into the browser's microphone and is heard in the villages that they
 * chose.
 *
 * <p>It is a schedule of the kind LIVE from now on, below emergencies and above routine, whose item
 * names a stream. The browser brings the stream in numbered pieces of about a second (µ-law after
 * ITU-T G.711, 16 kHz, one channel: 16 kB a second); the speakers pull the newest. The text of the
 * schedule is spoken by a speaker to which no sound comes. Pieces are kept in the database, so that
 * any node may answer and a crash loses no more than the piece that was under way.
 *
 * <ul>
 *   <li>R48.1 when an officer on duty orders a live page for places of their own and up to an hour,
 *       it shall be in the programmes of these places at once, and reviewed by somebody else
 *       afterwards.
 *   <li>R48.2 when a piece comes, it shall be taken once, in order, from the officer who ordered
 *       the page and nobody else, and not after its end.
 *   <li>R48.3 when a speaker asks for a piece, it shall get it as soon as it is there; one that
 *       fell behind shall get a newer one, and after the last piece be told that it is over.
 *   <li>R48.4 when the officer says so, the time is up, no piece comes for 20 seconds or the
 *       schedule is withdrawn, the page shall end, and no speaker begin it any more.
 *   <li>R48.5 when a page has ended, what was said shall be kept as a sound with its schedule.
 * </ul>
 */
@NullMarked
package firstline.broadcast.live;

import org.jspecify.annotations.NullMarked;
