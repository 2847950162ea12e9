/** Every requirement of a module's specification has a test that passed. */
@NullMarked
package firstline.testkit.trace;

import org.jspecify.annotations.NullMarked;
