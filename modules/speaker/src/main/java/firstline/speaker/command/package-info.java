/** The command line. */
@NullMarked
package firstline.speaker.command;

import org.jspecify.annotations.NullMarked;
