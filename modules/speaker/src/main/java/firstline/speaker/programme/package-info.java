/** The programme and the assignment that the speaker holds, and what it refuses. */
@NullMarked
package firstline.speaker.programme;

import org.jspecify.annotations.NullMarked;
