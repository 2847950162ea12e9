/** What stands on the wire: canonical JSON, keys and signatures, programmes and assignments. */
@NullMarked
package firstline.speaker.protocol;

import org.jspecify.annotations.NullMarked;
