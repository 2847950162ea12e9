/**
 * Proof of play: for every occurrence who was to play it and what became of it, from facts alone,
 * down to each speaker.
 *
 * <ul>
 *   <li>R47.1 when the proof of a play is taken along, a command without a server shall find it
 *       whole, signed, and its figures those of its receipts; and find out whatever was changed.
 * </ul>
 */
@NullMarked
package firstline.broadcast.proof;

import org.jspecify.annotations.NullMarked;
