/**
 * Words in lists of a million records.
 *
 * <ul>
 *   <li>R91.40 when words are looked for, records that hold every one of them shall be found
 *       through an index, wherever the words stand and however short they are.
 *   <li>R101.3 when several common words are looked for together, the page shall hold what a search
 *       of every record would, in the same order, wherever it was found.
 * </ul>
 */
@NullMarked
package firstline.market.lookup;

import org.jspecify.annotations.NullMarked;
