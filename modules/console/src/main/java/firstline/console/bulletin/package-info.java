/**
 * Bulletins: the text that a leader reads, made of the figures that the departments counted. Not in
 * it: counting, which each department does itself.
 *
 * <ul>
 *   <li>R100.1 when a text names a figure, its value shall be that of the rows counted for its area
 *       and days, and a figure that nobody counts or a tag that cannot be read shall be refused
 *       with its place.
 *   <li>R100.2 when a text holds a number that is bound to no figure, it shall be marked as typed
 *       wherever the bulletin is shown.
 *   <li>R100.3 when a bulletin is submitted, its figures shall be frozen with the rows they were
 *       counted from; two people other than its writers shall approve exactly that text, the second
 *       by signing.
 *   <li>R100.4 when it is signed, it shall get its number and be public, and nothing of it shall
 *       change from then on.
 *   <li>R100.5 when a source counts differently later, the bulletin shall show old, new and
 *       difference, and offer a corrected issue that names the one it corrects.
 *   <li>R100.6 when a bulletin is asked for as a document, it shall be DOCX or PDF with the head of
 *       an official paper.
 *   <li>R100.7 when a figure is followed, its sources shall stand there by day.
 *   <li>R108.1 when a bulletin is issued, it shall be public in its language without sign-in,
 *       cookie or script, with its number, its department and its day, its figures as they were
 *       frozen and their sources by day, and in the list of issues, the newest first; before,
 *       nobody outside shall see it.
 *   <li>R108.2 when an issue corrects another, each of the two shall name and link the other.
 *   <li>R108.3 when it is issued, its texts for phones and loudspeakers shall be handed to
 *       publicity and broadcast, with the figures that were signed.
 *   <li>R108.4 when it corrects another, what was handed over of that one shall be ended.
 *   <li>R108.7 when somebody asks where it went, it shall be the beginning of the trail, with the
 *       issues that correct it.
 * </ul>
 */
@NullMarked
package firstline.console.bulletin;

import org.jspecify.annotations.NullMarked;
