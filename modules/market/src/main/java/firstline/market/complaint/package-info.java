/**
 * Consumer complaints and tip-offs: taken in, moved by one declared table, their clocks with them.
 *
 * <ul>
 *   <li>R82.1 when a letter is taken in, it shall get a number and the clocks that the law gives
 *       it; one that is both shall become two records with clocks and secrecy of their own.
 *   <li>R82.2 when an officer acts, only what the table allows in that state with that right shall
 *       happen; every refusal shall name the article.
 *   <li>R82.3 when somebody sends a tip-off, their identity shall be sealed and stand in no list,
 *       search or log; opening it shall need the right and a reason, and leave both on record.
 *   <li>R82.4 when a letter is typed, those of the last 30 days about the same operator, or the
 *       same goods at the same place, shall be shown beside it before it is taken in.
 *   <li>R101.1 when an inspection hands a lead over, the lead shall say that it came of an
 *       inspection, and nobody shall be able to type that.
 *   <li>R92.2 when a price alert becomes a lead, one lead shall be made of it, with the clock of
 *       every lead, and each record shall show the other.
 * </ul>
 */
@NullMarked
package firstline.market.complaint;

import org.jspecify.annotations.NullMarked;
