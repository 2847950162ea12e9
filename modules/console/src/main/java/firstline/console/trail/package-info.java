/**
 * Where a text went: one picture across the departments.
 *
 * <ul>
 *   <li>R107.1 when somebody asks where a text went, every place that it came to in any department
 *       shall stand there with its state and its record, as far as they may see it, from where it
 *       began.
 *   <li>R107.2 when one of these places still says what was corrected, it shall be marked as due
 *       and counted.
 *   <li>R107.3 when it is drawn, no two boxes shall touch, and the same shall stand in a table.
 * </ul>
 */
@NullMarked
package firstline.console.trail;

import org.jspecify.annotations.NullMarked;
