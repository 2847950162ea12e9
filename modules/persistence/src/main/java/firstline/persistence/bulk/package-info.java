/**
 * The same step for many records of a list. A module says which steps its list offers and names for
 * each the use case that takes it for one record; nothing of a rule is written a second time.
 *
 * <ul>
 *   <li>R117.1 when a step is tried for many records, each shall run through its ordinary use case
 *       and be taken back: nothing is written, and each refusal stands in the module's own words.
 *   <li>R117.2 when a step is taken for many records, each shall be whole or undone by itself, with
 *       the right, the areas, the gates and the audit row of the ordinary use case; a refused or
 *       failed one shall stop no other and be named in the report.
 *   <li>R117.3 when records are chosen, they shall be those ticked or all that the filter finds,
 *       each once and at most a thousand.
 *   <li>R117.4 when a step is stopped on the way, what was done shall stand in the report, and what
 *       was left out.
 * </ul>
 */
@NullMarked
package firstline.persistence.bulk;

import org.jspecify.annotations.NullMarked;
