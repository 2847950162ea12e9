/** Has this been answered already? Finds the published rebuttals nearest to a text. */
@NullMarked
package firstline.rumour.match;

import org.jspecify.annotations.NullMarked;
