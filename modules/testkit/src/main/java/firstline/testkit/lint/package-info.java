/** The rules of the house for pages, words and sources, each proven red by a fixture. */
@NullMarked
package firstline.testkit.lint;

import org.jspecify.annotations.NullMarked;
