/**
 * Material made from rebuttals: posters for the printer, a banner, a short message and a cover.
 *
 * <ul>
 *   <li>R71.1 when the rumour department hands a line over for posters, it shall wait here with its
 *       number, language and the hash of what was reviewed, once, the newest in the older's place.
 *   <li>R71.2 when a poster is made, it shall be a page of A3 or A4 with 3 mm of bleed and crop
 *       marks, all text as outlines of a Chinese font so that no printer needs it, and a QR code
 *       that leads to the rebuttal; without such a font it shall be refused with a word.
 *   <li>R71.3 when a short message is made, it shall say the line and where to read more, with the
 *       number of parts that it takes.
 *   <li>R71.4 when material is made from a rebuttal, it shall be a draft that cites its number and
 *       hash, to be reviewed as any other.
 * </ul>
 */
@NullMarked
package firstline.publicity.making;

import org.jspecify.annotations.NullMarked;
