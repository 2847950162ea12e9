/** Programs of the system that the product uses, such as ffmpeg. */
@NullMarked
package firstline.persistence.program;

import org.jspecify.annotations.NullMarked;
