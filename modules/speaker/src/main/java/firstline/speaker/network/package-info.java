/** The conversation with the server, and the files that it brings. */
@NullMarked
package firstline.speaker.network;

import org.jspecify.annotations.NullMarked;
