/** Many records of a list at once: chosen, tried, shown, and only then done. */
@NullMarked
package firstline.console.bulk;

import org.jspecify.annotations.NullMarked;
