/**
 * The one clock, and facts that are written once.
 *
 * <ul>
 *   <li>R53.1 when a demo's time is asked to run faster, it shall run on from where it was, over
 *       restarts and at every speed, and never show an earlier time than before.
 *   <li>R53.2 when a speed is none, or is asked for outside a demo, the start shall be refused in
 *       words.
 * </ul>
 */
@NullMarked
package firstline.persistence.time;

import org.jspecify.annotations.NullMarked;
