/** How each officer wants the screen: kept by the server, so that it follows to any machine. */
@NullMarked
package firstline.console.kept;

import org.jspecify.annotations.NullMarked;
