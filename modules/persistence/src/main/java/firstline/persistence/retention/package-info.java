/** Rows that are past their use are deleted: nothing that is not needed is kept. */
@NullMarked
package firstline.persistence.retention;

import org.jspecify.annotations.NullMarked;
