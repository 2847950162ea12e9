/**
 * Checks a bundle of proof of play offline: whoever holds it needs no server and no trust in it.
 */
@NullMarked
package firstline.speaker.proof;

import org.jspecify.annotations.NullMarked;
