/**
 * Help for who writes what is to be spoken: how long it takes, and for clapper verse (快板), jingles
 * (顺口溜) and doggerel (打油诗) how its lines run and rhyme. It advises and refuses nothing.
 *
 * <ul>
 *   <li>R42.1 when a text is written, its reading time at the usual rate shall be shown, and of a
 *       short message the number of its parts.
 *   <li>R42.2 when a verse is written, each line shall be shown with its syllables, its rhyme after
 *       the thirteen tracks (十三辙) and whether it rhymes with the others.
 *   <li>R42.3 when a character that has several readings is written, the reading that was taken
 *       shall be shown, and the others.
 *   <li>R54.3 when a text of a kind is written, what that kind does not bear shall be pointed out:
 *       a sentence too long for an ear, a line too long for its beat or out of its measure, a
 *       message in several parts.
 * </ul>
 */
@NullMarked
package firstline.broadcast.verse;

import org.jspecify.annotations.NullMarked;
