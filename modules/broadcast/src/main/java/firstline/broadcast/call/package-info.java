/**
 * Call tasks: where no loudspeaker began an emergency, a person of the place tells it by voice, at
 * the door or by telephone, and says so.
 *
 * <ul>
 *   <li>R46.1 when no speaker of a place has begun an emergency a minute after it was ordered, a
 *       call task shall be open for the place, once; a receipt that comes later shall be shown and
 *       not close it.
 *   <li>R46.2 when somebody acknowledges a call task, who, when and how shall be kept for good.
 *   <li>R46.3 when an officer settles the places of an emergency that began after all, exactly
 *       those with a receipt of a beginning shall be acknowledged, and the silent ones stay open on
 *       top.
 * </ul>
 */
@NullMarked
package firstline.broadcast.call;

import org.jspecify.annotations.NullMarked;
