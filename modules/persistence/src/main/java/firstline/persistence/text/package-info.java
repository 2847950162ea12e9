/** Text from outside, made harmless. */
@NullMarked
package firstline.persistence.text;

import org.jspecify.annotations.NullMarked;
