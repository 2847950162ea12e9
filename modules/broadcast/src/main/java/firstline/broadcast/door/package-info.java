/** Where speakers knock: the addresses of PROTOCOL.md. Nobody signs in here but by a key. */
@NullMarked
package firstline.broadcast.door;

import org.jspecify.annotations.NullMarked;
