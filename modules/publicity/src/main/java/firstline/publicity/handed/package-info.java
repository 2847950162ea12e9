/**
 * Texts that another department hands over, such as typical cases of the market department and
 * bulletins: they wait here until somebody makes material of them.
 *
 * <ul>
 *   <li>R94.11 when a typical case is handed over, it shall wait here; a draft of material made of
 *       it shall carry its words and cite its number, and once its department has taken it off
 *       nothing more shall be made of it.
 *   <li>R108.6 when a bulletin is issued, its message for phones shall wait here, once, in its
 *       language, and a draft made of it be a short message; when a corrected issue takes its
 *       place, nothing more shall be made of it and what is out shall be due, whichever of the two
 *       is heard first.
 * </ul>
 */
@NullMarked
package firstline.publicity.handed;

import org.jspecify.annotations.NullMarked;
