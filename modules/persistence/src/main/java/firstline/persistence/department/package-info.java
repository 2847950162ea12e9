/** Departments of every level. */
@NullMarked
package firstline.persistence.department;

import org.jspecify.annotations.NullMarked;
