/**
 * The figures page: any figure that a module counts, by area and day, for every officer within
 * their own areas.
 *
 * <ul>
 *   <li>R104.1 when a figure is asked for by area and days, its sum, that of as many days before,
 *       its days and its areas shall be told, each counted from the same rows; a figure of what
 *       there is shall tell its totals and never the sum of some days.
 *   <li>R104.2 when a key is unknown, an area lies outside the officer's own, or the days are no
 *       days, too many or in the wrong order, the words shall say so and nothing be shown.
 *   <li>R104.3 when the rows are downloaded as CSV or XLSX, every row shall be there with the
 *       area's code, and no cell shall run as a formula.
 *   <li>R104.4 when a figure is drawn, each column shall stand within the picture and be as high as
 *       its day.
 * </ul>
 */
@NullMarked
package firstline.console.figures;

import org.jspecify.annotations.NullMarked;
