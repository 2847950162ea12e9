/** What happens when the application starts and stops. */
@NullMarked
package firstline.console.start;

import org.jspecify.annotations.NullMarked;
