/** How modules fill the sample city. */
@NullMarked
package firstline.persistence.sample;

import org.jspecify.annotations.NullMarked;
