/**
 * Where a text went: what was made of it in each department, and whether that still says what is
 * right. Contributed by the modules, which know each other by numbers alone.
 */
@NullMarked
package firstline.persistence.trail;

import org.jspecify.annotations.NullMarked;
