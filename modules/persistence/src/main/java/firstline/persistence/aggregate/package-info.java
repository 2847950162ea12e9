/** Aggregates with a version, read and written within the officer's scope. */
@NullMarked
package firstline.persistence.aggregate;

import org.jspecify.annotations.NullMarked;
