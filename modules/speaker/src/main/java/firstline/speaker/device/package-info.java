/** What makes the sound: commands, Java Sound, a file, or nothing. */
@NullMarked
package firstline.speaker.device;

import org.jspecify.annotations.NullMarked;
