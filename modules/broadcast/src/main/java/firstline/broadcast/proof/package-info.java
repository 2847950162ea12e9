/**
 * Proof of play: for every occurrence who was to play it and what became of it, from facts alone,
 * down to each speaker.
 */
@NullMarked
package firstline.broadcast.proof;

import org.jspecify.annotations.NullMarked;
