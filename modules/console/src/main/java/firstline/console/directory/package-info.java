/** Where the palette leads for a person or an area: what may be known, and what lies there. */
@NullMarked
package firstline.console.directory;

import org.jspecify.annotations.NullMarked;
