/**
 * Numbers of documents.
 *
 * <ul>
 *   <li>R85.4 when many take numbers of one series at once, each shall be given once, in order, by
 *       year and without a gap.
 *   <li>R92.20 when an authority has set a word of its own, it shall stand in the numbers of its
 *       area and of all below it; the nearest one shall win.
 * </ul>
 */
@NullMarked
package firstline.market.number;

import org.jspecify.annotations.NullMarked;
