/**
 * Letters that others bring: the lists of the platforms 12315 and 12345, and other departments'
 * programs.
 *
 * <ul>
 *   <li>R91.1 when a list is brought, as CSV in UTF-8 or GB18030 or as XLSX, it shall show how its
 *       columns are understood, with its first lines, and let that be changed before it is taken.
 *   <li>R91.2 when it is taken, each line shall be taken or refused by itself, a refused one with
 *       its number, field and reason; none shall be lost, and the refused ones can be downloaded.
 *   <li>R91.3 when a line is both complaint and tip-off, it shall become two tied records; who sent
 *       a letter shall go into the sealed store and stand in no message, list or file of errors.
 *   <li>R91.4 when a letter with a platform's number that is known comes again, nothing shall
 *       change.
 *   <li>R91.5 when another department's program posts a letter, it shall be taken in as a line is,
 *       or refused with a problem document.
 *   <li>R101.7 when a list is a workbook, its dates, numbers and formulas shall be read as they are
 *       seen, a title over the header and names in two rows be understood, other sheets and empty
 *       lines be passed over, and what only bears the name of a workbook be refused in words; its
 *       column of states shall be shown with what becomes of each.
 * </ul>
 */
@NullMarked
package firstline.market.intake;

import org.jspecify.annotations.NullMarked;
