/**
 * Which department gets which lead: ordered rules by area, way, goods and words, as data.
 *
 * <ul>
 *   <li>R91.10 when a lead is triaged, the first live rule of its nearest area that fits shall
 *       propose the department; what was routed by a rule shall keep which one.
 *   <li>R91.11 when the rules are to change, a draft shall be tried on the leads of the last 30
 *       days and tell how many would go elsewhere, from where to where, with examples; only a tried
 *       draft shall go live, with who and when, and what was live before shall stay on record.
 *   <li>R91.12 when a department sends a lead back with its reason, it shall return to whom took it
 *       in, and that department shall not be proposed again.
 *   <li>R101.8 when a rule names what a letter is, it shall fit complaints or tip-offs alone, in
 *       the dry run as in the proposal; a complaint shall be routed before it is accepted.
 * </ul>
 */
@NullMarked
package firstline.market.routing;

import org.jspecify.annotations.NullMarked;
