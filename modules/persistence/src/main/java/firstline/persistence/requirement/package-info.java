@NullMarked
package firstline.persistence.requirement;

import org.jspecify.annotations.NullMarked;
