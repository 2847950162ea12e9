/**
 * The open reference loudspeaker terminal: it keeps a signed programme, fires from its own clock,
 * and writes a journal that nobody can bend. What it says to the server stands in {@code
 * PROTOCOL.md}.
 */
@NullMarked
package firstline.speaker;

import org.jspecify.annotations.NullMarked;
