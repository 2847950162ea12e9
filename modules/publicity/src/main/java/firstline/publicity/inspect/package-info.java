/**
 * What is looked at in a file before it becomes material, and what is taken out of it.
 *
 * <p>A file is known by its content. What is two things at once, hides a bomb, is locked, broken
 * off, or not what its name says is refused with what to do about it. What tells where and by whom
 * a picture or a film was taken is taken out before anybody reviews it, so that what was reviewed
 * is to the byte what goes out; the file as it came is kept beside it, for nobody but its makers.
 *
 * <ul>
 *   <li>R67.1 when a file comes in that is a polyglot, an SVG, locked, broken off, a bomb, or whose
 *       name promises something else, it shall be refused with what is wrong and what to do.
 *   <li>R67.2 when a picture or film comes in, its public copy shall hold no place, person, device
 *       or time of its making, and be seen the same way up.
 *   <li>R67.3 when a virus scanner is configured, nothing shall be taken in that it has not passed.
 *   <li>R67.4 when a picture comes in as TIFF, WebP or JPEG in CMYK, it shall be taken in and seen
 *       like any other.
 * </ul>
 */
@NullMarked
package firstline.publicity.inspect;

import org.jspecify.annotations.NullMarked;
