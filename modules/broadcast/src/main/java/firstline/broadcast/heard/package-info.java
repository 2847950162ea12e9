/**
 * Why a speaker, or a village, did or did not hear it: each play of a span of days with its end on
 * each speaker, and each that was not to be played with why.
 *
 * <ul>
 *   <li>R49.2 when the plays of a speaker or a village are asked for, those planned shall be what
 *       planned_play says, each with its one end or as unknown; and those that were withdrawn
 *       before their start, or left out since the minutes of the day were used up, shall be told
 *       apart and never counted.
 * </ul>
 */
@NullMarked
package firstline.broadcast.heard;

import org.jspecify.annotations.NullMarked;
