/**
 * The recording of an emergency follows its text: the text is on the air at once, spoken by the
 * speakers; the same words, read by the voice of the house, come after it.
 *
 * <ul>
 *   <li>R55.1 when an emergency is on the air without sounds, its text shall be read by the voice
 *       and the words of its area and be made as loud as every sound, and nothing shall wait for
 *       it.
 *   <li>R55.2 when the recording is there, the programmes of its places shall carry it beside the
 *       text under the same play, and speakers may fetch it for as long as the emergency is on the
 *       air.
 *   <li>R55.3 when the recording cannot be made, it shall be tried again a few times while the
 *       emergency lasts, and the text stay on the air.
 * </ul>
 */
@NullMarked
package firstline.broadcast.spoken;

import org.jspecify.annotations.NullMarked;
