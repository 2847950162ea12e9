/**
 * Pictures that look alike: the same file, or the same picture in another size, colour or quality.
 *
 * <p>A fingerprint has 64 bits: the signs of the lowest frequencies of a discrete cosine transform
 * of 32 × 32 grey values (the “pHash” of Zauner, 2010). Two that differ in few bits look alike.
 * They are found among millions without looking at all of them: cut into four parts of 16 bits, two
 * that differ in eight bits at most agree in some part but for two bits (Norouzi, Punjani, Fleet:
 * Fast search in Hamming space with multi-index hashing, 2012). No machine learning.
 *
 * <ul>
 *   <li>R68.1 when a picture comes again in another size, saved at quality 50 or 5 % brighter, it
 *       shall be found in 99 of 100 cases, with at most 1 of 100 other pictures found by mistake.
 *   <li>R68.2 when a fingerprint is looked up among a million, the answer shall come within 5 ms.
 *   <li>R68.3 when a picture or file like one that there is comes in, both shall be shown side by
 *       side and an officer decide: the same, another version of it, or different.
 *   <li>R68.4 when it is decided, the decision shall be kept with who made it.
 * </ul>
 */
@NullMarked
package firstline.publicity.likeness;

import org.jspecify.annotations.NullMarked;
