/** Hashes, said once. */
@NullMarked
package firstline.persistence.digest;

import org.jspecify.annotations.NullMarked;
