/** The tree of areas. */
@NullMarked
package firstline.persistence.area;

import org.jspecify.annotations.NullMarked;
