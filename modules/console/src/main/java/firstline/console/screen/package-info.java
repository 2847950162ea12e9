/** The boundary to Faces: messages, errors, headers, preferences. */
@NullMarked
package firstline.console.screen;

import org.jspecify.annotations.NullMarked;
