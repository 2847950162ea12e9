/** Time that a test moves by hand. */
@NullMarked
package firstline.testkit.clock;

import org.jspecify.annotations.NullMarked;
