/**
 * What binds server and speaker: keys and signatures by Ed25519 (RFC 8032), and the one form of an
 * object that is signed (RFC 8785).
 *
 * <ul>
 *   <li>R32.1 when an object is signed, its form shall be that of RFC 8785, so that every maker's
 *       library comes to the same bytes.
 *   <li>R32.2 when one bit of what was signed, of the signature or of the key is changed, the check
 *       shall fail, and shall fail with no other error.
 * </ul>
 */
@NullMarked
package firstline.broadcast.signature;

import org.jspecify.annotations.NullMarked;
