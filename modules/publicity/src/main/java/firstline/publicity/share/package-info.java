/**
 * Material on its way out of the house: share links, embeds and archives of several.
 *
 * <ul>
 *   <li>R66.1 when a version is shared, whoever has the address (and the password) shall see it
 *       until the link expires or is revoked; the database holds the token's hash alone.
 *   <li>R66.2 when a password is tried too often, the link shall answer to nobody for a while.
 *   <li>R66.3 when somebody outside has an upload link, they shall leave files at it without an
 *       account, as many and as large as it says, until it expires or is revoked; the files shall
 *       pass the same inspection and wait for the officer who made it, marked with the link.
 *   <li>R66.4 when a page elsewhere embeds a material, it shall show what is out now, and the
 *       notice once it is recalled or expired; nothing else of the house may be framed.
 *   <li>R66.5 when an officer takes several at once, they shall come as one archive with a
 *       manifest, by a job that shows how far it is.
 * </ul>
 */
@NullMarked
package firstline.publicity.share;

import org.jspecify.annotations.NullMarked;
