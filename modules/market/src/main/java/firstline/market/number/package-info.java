/**
 * Numbers of documents.
 *
 * <ul>
 *   <li>R85.4 when many take numbers of one series at once, each shall be given once, in order, by
 *       year and without a gap.
 * </ul>
 */
@NullMarked
package firstline.market.number;

import org.jspecify.annotations.NullMarked;
