/**
 * Whole lists to take along: a module says how its list is read on, the console writes the file.
 *
 * <ul>
 *   <li>R125.1 when a list stands under a menu of views, it shall be taken along by the query that
 *       shows it, beyond its page to its end, in the columns that the page has.
 *   <li>R125.2 when a list can grow beyond a page, it shall have views, columns that are kept, and
 *       pages by key.
 *   <li>R125.3 when a list is narrowed by words, they shall stand in its address, hold for the
 *       pages after it and for what is taken along, and never be a pattern.
 * </ul>
 */
@NullMarked
package firstline.persistence.export;

import org.jspecify.annotations.NullMarked;
