/**
 * The sample city of the demo: real areas, invented departments' officers, rebuttals in our own
 * words.
 */
@NullMarked
package firstline.console.sample;

import org.jspecify.annotations.NullMarked;
