@NullMarked
package firstline.persistence.right;

import org.jspecify.annotations.NullMarked;
