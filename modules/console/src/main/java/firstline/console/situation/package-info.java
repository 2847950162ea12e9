/**
 * The board of a duty room: eight numbers, where it presses, and a schematic map of the areas. It
 * looks again by itself.
 *
 * <ul>
 *   <li>R103.1 when the board is shown, each number shall be counted now, within what the officer
 *       may read and the area that is shown, and stand against another number.
 *   <li>R103.2 when something presses in an area, the area right below the one that is shown shall
 *       carry it, the worst first.
 *   <li>R103.3 when the areas are drawn, each shall have a box within the picture, no two overlap,
 *       and each be as large as the share of villages that it has.
 *   <li>R103.4 when an area outside the officer's own is asked for, there shall be no board.
 * </ul>
 */
@NullMarked
package firstline.console.situation;

import org.jspecify.annotations.NullMarked;
