/**
 * Indexes for searching, one on each node: never the truth, thrown away and built again from the
 * database at any time.
 */
@NullMarked
package firstline.persistence.index;

import org.jspecify.annotations.NullMarked;
