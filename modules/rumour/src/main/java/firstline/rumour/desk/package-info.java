/** What the department adds to the console: rail, to-dos, palette, rights, sample. */
@NullMarked
package firstline.rumour.desk;

import org.jspecify.annotations.NullMarked;
