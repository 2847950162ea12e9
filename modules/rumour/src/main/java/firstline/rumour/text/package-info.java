/** Text from outside, made harmless and comparable. */
@NullMarked
package firstline.rumour.text;

import org.jspecify.annotations.NullMarked;
