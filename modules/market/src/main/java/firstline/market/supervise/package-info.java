/**
 * Supervised handling: a head watches over a complaint, a lead or a case until it is answered.
 *
 * <ul>
 *   <li>R91.20 when a head supervises a record, with a reason and the day of the answer, it shall
 *       stand on top of the desks of those who handle it and among their to-dos until they answer
 *       with text; who, when and what shall stay on the record.
 * </ul>
 */
@NullMarked
package firstline.market.supervise;

import org.jspecify.annotations.NullMarked;
