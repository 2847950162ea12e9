/** One speaker without threads and network: clock, programme, player and journal together. */
@NullMarked
package firstline.speaker.terminal;

import org.jspecify.annotations.NullMarked;
