/**
 * Whole lists to take along: a module says how its list is read on, the console writes the file.
 */
@NullMarked
package firstline.persistence.export;

import org.jspecify.annotations.NullMarked;
