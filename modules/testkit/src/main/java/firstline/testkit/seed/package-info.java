/** Property tests: many seeded cases, the failing one named so that it can be run again. */
@NullMarked
package firstline.testkit.seed;

import org.jspecify.annotations.NullMarked;
