/** Ties operations and tests to the ids of a module's specification. */
@NullMarked
package firstline.persistence.requirement;

import org.jspecify.annotations.NullMarked;
