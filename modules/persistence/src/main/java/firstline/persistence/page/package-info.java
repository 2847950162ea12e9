/** Pages of a list by key: never an offset that grows. */
@NullMarked
package firstline.persistence.page;

import org.jspecify.annotations.NullMarked;
