/** The server's time, counted on a clock that nobody can turn back. */
@NullMarked
package firstline.speaker.clock;

import org.jspecify.annotations.NullMarked;
