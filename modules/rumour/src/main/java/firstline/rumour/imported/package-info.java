/** Rebuttals of an earlier system, marked as such, from CSV or JSON Lines. */
@NullMarked
package firstline.rumour.imported;

import org.jspecify.annotations.NullMarked;
