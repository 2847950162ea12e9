/**
 * Money of cases, pure and exact in fen.
 *
 * <ul>
 *   <li>R85.1 when an amount is typed, it shall be read exactly; what is below nothing, below a fen
 *       or beyond any fine shall be refused.
 *   <li>R85.2 when a fine is paid late, 3 % of what is unpaid shall be added for each day, never
 *       more than the fine, whatever is paid when.
 *   <li>R85.5 when a price violation is fined, the lawful range and its article shall follow from
 *       the rule broken, the kind of party, the gains and the gravity.
 * </ul>
 */
@NullMarked
package firstline.market.money;

import org.jspecify.annotations.NullMarked;
