/**
 * Statutory terms, pure: a term is a rule, the day of its event and what stopped or extended it;
 * its end is derived and never stored as truth. Knows no database and no framework.
 *
 * <ul>
 *   <li>R80.1 when a term is computed, its rule shall be the version in force on the day of the
 *       event, and the answer shall name it.
 *   <li>R80.2 when days are counted, the day of the event shall not count, working days shall be
 *       those of the calendar given, and a last day off shall move on where the rule says so.
 *   <li>R80.3 when a term is extended by rank, stopped or resumed, its end shall move by exactly
 *       that, and a step that the rule does not allow, or that comes too late, shall be refused.
 *   <li>R80.4 when a day that was counted can still be moved by a notice that is not published, the
 *       end shall be provisional.
 *   <li>R80.5 when a program asks for a term, the answer shall hold its end, whether it is
 *       provisional, the version of the law and the days counted; bad input shall be refused with
 *       the field named.
 * </ul>
 */
@NullMarked
package firstline.market.clock;

import org.jspecify.annotations.NullMarked;
