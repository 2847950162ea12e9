/**
 * Seal-up, seizure and preservation by registration: goods of a case in the hands of the authority,
 * each on a list, each with its days.
 *
 * <ul>
 *   <li>R92.3 when a measure is taken, it shall have a number, a ground and a list of goods with
 *       name, amount, unit and place; it shall be taken by two officers of a case that is being
 *       dealt with, and only the head shall approve it.
 *   <li>R92.4 when a measure moves, its kind, state, action and right shall stand together in the
 *       one declared table; any other shall be refused with the article.
 *   <li>R92.5 when goods are held, thirty days shall run, thirty more by the head, and stand still
 *       during a test; of an urgent measure the report within twenty-four hours shall run too.
 *   <li>R92.6 when goods are preserved and nothing is decided within seven working days, the
 *       preservation shall end by itself, and nothing else shall be done with it.
 * </ul>
 */
@NullMarked
package firstline.market.measure;

import org.jspecify.annotations.NullMarked;
