/**
 * How a Chinese text is read: its syllables in pinyin, from a dictionary of phrases and, before it,
 * from the house's own lexicon of place names and characters with several readings.
 *
 * <ul>
 *   <li>R38.9 when a word is put into the lexicon, its reading shall have one syllable of pinyin
 *       with its tone for each character, and hold for the area and all below it.
 *   <li>R38.10 when a text is read, a word of the lexicon shall go before the dictionary, the
 *       longer before the shorter, the nearer area before the farther.
 * </ul>
 */
@NullMarked
package firstline.broadcast.reading;

import org.jspecify.annotations.NullMarked;
