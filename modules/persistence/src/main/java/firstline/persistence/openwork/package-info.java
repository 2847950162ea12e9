/** What lies open in an officer's hands, and how it passes to another's. */
@NullMarked
package firstline.persistence.openwork;

import org.jspecify.annotations.NullMarked;
