/** What a module adds to the console's rail. */
@NullMarked
package firstline.persistence.navigation;

import org.jspecify.annotations.NullMarked;
