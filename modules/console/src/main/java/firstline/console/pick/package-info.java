/** Choosing an area, a department or a person: one search behind three fields. */
@NullMarked
package firstline.console.pick;

import org.jspecify.annotations.NullMarked;
