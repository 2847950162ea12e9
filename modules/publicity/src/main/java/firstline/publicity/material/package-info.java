/**
 * Material, its variants and versions, from the first draft to the archive.
 *
 * <ul>
 *   <li>R60.1 when a material is drafted, it shall have a number, kind, area, department and first
 *       version, and a file of a type that its kind can be.
 *   <li>R60.2 when a version is submitted, it shall be refused without its file, without words
 *       where its kind is words, and without a text alternative where it is looked at.
 *   <li>R60.3 when a version is reviewed, the approval shall hold for exactly the hash of what goes
 *       out, by somebody who did not write in it; any edit voids it.
 *   <li>R60.4 when a version is out, the next one of its variant shall be written beside it and
 *       take its place when it is published; at most one of a variant is out.
 *   <li>R60.5 when a version is published, it shall have a living review of exactly what goes out.
 *   <li>R60.6 when a version changes its state, the material shall show the state of its foremost
 *       version, and the history who did it.
 * </ul>
 */
@NullMarked
package firstline.publicity.material;

import org.jspecify.annotations.NullMarked;
