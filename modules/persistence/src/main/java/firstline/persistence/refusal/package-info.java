@NullMarked
package firstline.persistence.refusal;

import org.jspecify.annotations.NullMarked;
