/** The first run: a one-time link, three administrators, the root of the tree. */
@NullMarked
package firstline.console.firstrun;

import org.jspecify.annotations.NullMarked;
