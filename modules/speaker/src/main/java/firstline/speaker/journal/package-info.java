/** The append-only account of what was heard, and the disk that it lies on. */
@NullMarked
package firstline.speaker.journal;

import org.jspecify.annotations.NullMarked;
