/** The words of the screen, in both languages, from every module's bundles. */
@NullMarked
package firstline.persistence.words;

import org.jspecify.annotations.NullMarked;
