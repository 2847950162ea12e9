/**
 * Texts that another department hands over, such as typical cases of the market department: they
 * wait here until somebody makes material of them.
 *
 * <ul>
 *   <li>R94.11 when a typical case is handed over, it shall wait here; a draft of material made of
 *       it shall carry its words and cite its number, and once its department has taken it off
 *       nothing more shall be made of it.
 * </ul>
 */
@NullMarked
package firstline.publicity.handed;

import org.jspecify.annotations.NullMarked;
