/**
 * Material made from rebuttals: posters for the printer, a banner, a short message and a cover.
 *
 * <ul>
 *   <li>R71.1 when the rumour department hands a line over for posters, it shall wait here with its
 *       number, language and the hash of what was reviewed, once, the newest in the older's place.
 *   <li>R71.2 when a poster or banner is made, it shall be a page of its size with 3 mm of bleed,
 *       trim and bleed boxes and crop marks, its black letters in black ink alone, and on a poster
 *       a QR code that leads to the rebuttal; without a Chinese font, or for a character that no
 *       font has, it shall be refused with a word.
 *   <li>R71.3 when a short message is made, it shall say the line and where to read more, with the
 *       number of parts that it takes.
 *   <li>R71.4 when material is made from a rebuttal, it shall be a draft that cites its number and
 *       hash, to be reviewed as any other.
 *   <li>R71.5 when the machine has a Chinese font that may be embedded, a poster's and a banner's
 *       words shall be words, with the characters used embedded, tagged in the order of reading so
 *       that they can be searched and read aloud; without one they shall be outlines, and the page
 *       and the doctor shall say so.
 *   <li>R71.6 when a line waits, the page shall show what each form would look like before it is
 *       made.
 *   <li>R71.7 when a corrected line is made into a form of which an older text was made, it shall
 *       be the next version of that material, which takes the older one's place once it is
 *       published.
 * </ul>
 */
@NullMarked
package firstline.publicity.making;

import org.jspecify.annotations.NullMarked;
