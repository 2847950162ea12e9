/** What the palette finds: records of the modules and lines of the rail. */
@NullMarked
package firstline.console.palette;

import org.jspecify.annotations.NullMarked;
