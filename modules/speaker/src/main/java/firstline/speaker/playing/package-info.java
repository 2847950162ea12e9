/** What is heard when: a state machine without threads, files or network. */
@NullMarked
package firstline.speaker.playing;

import org.jspecify.annotations.NullMarked;
