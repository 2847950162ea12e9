/** What the palette finds, contributed by the modules. */
@NullMarked
package firstline.persistence.search;

import org.jspecify.annotations.NullMarked;
