/** Many speakers in one process, with the faults of a real fleet. */
@NullMarked
package firstline.speaker.fleet;

import org.jspecify.annotations.NullMarked;
