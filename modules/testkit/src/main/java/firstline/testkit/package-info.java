/**
 * What the tests of every module share; depends on none of them and names their types by string.
 */
@NullMarked
package firstline.testkit;

import org.jspecify.annotations.NullMarked;
