/**
 * Where an answer goes: one release for each channel and version, its receipt, and the way of every
 * correction to the last place that carried the old text. What goes out by hand leaves as a
 * package.
 */
@NullMarked
package firstline.rumour.release;

import org.jspecify.annotations.NullMarked;
