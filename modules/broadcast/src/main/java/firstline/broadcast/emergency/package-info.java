/**
 * What must be heard now: one person on duty puts it on the air, and another reviews it afterwards.
 *
 * <ul>
 *   <li>R39.1 when an officer on duty orders an emergency, it shall be in the programmes of its
 *       areas at once, repeated until its end, stronger than anything that is no emergency.
 *   <li>R39.2 when an emergency was ordered, somebody else shall review it afterwards; until then
 *       it shall be shown as not reviewed.
 *   <li>R39.3 when an emergency is cancelled, no speaker shall go on with it, and why shall be
 *       kept.
 *   <li>R39.4 when a template is chosen, level, words and minutes shall be filled in; with a gap
 *       that is still open nothing shall go on the air.
 * </ul>
 */
@NullMarked
package firstline.broadcast.emergency;

import org.jspecify.annotations.NullMarked;
