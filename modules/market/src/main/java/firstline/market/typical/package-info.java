/**
 * Typical cases: published decisions told to the public, so that others take them as a warning.
 *
 * <ul>
 *   <li>R94.6 when a published decision is told as a typical case, the text shall name no natural
 *       person, no telephone and no identity number, and somebody else than who wrote it shall
 *       publish it.
 *   <li>R94.7 when a typical case is public, the page of notices shall show it, and broadcast and
 *       publicity shall be told; once its decision is no longer shown, so they shall be again.
 * </ul>
 */
@NullMarked
package firstline.market.typical;

import org.jspecify.annotations.NullMarked;
