/**
 * Statutory terms of records, in the database: begun, stopped, extended and met by what happens to
 * the record; their ends projected, and projected anew when the calendar or the law changes.
 *
 * <ul>
 *   <li>R81.1 when a term begins, is stopped, resumed, extended or met, its end shall be that of
 *       the clock, and what the rule does not allow shall be refused and leave nothing.
 *   <li>R81.2 when working days or rules change, every open term shall be projected anew, and each
 *       end that moved shall stand in the journal with old, new and reason; 100,000 terms within 10
 *       seconds.
 *   <li>R81.3 when 14, 7, 2 or 0 days are left of an open term, its department shall be warned once
 *       for each, and once more after an extension; a term that stands still warns nobody.
 *   <li>R81.4 when an officer opens the deadline desk, all open terms of the department shall stand
 *       there, the soonest first, with the law, what is provisional and what is to be confirmed; a
 *       term that was extended in time shall not show as a breach.
 *   <li>R91.30 when somebody looks at a month, each day shall tell how many open terms end on it,
 *       and lead to them.
 * </ul>
 */
@NullMarked
package firstline.market.term;

import org.jspecify.annotations.NullMarked;
