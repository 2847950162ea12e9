/**
 * QR codes on paper: which batch, in which area, and how often they are scanned.
 *
 * <ul>
 *   <li>R63.1 when codes are made for a batch, there shall be one for its area and for each below
 *       it, and making them again shall change nothing.
 *   <li>R63.2 when a code is scanned, one shall be added to its day without a cookie and without
 *       anything about who scans, and the reader shall come to the material's public page. Each
 *       time that the address is asked for counts, by a reload too; asking for its head does not.
 *   <li>R63.3 when a storekeeper's phone scans a code, with or without a network, it shall come to
 *       the line of that batch in their store, or be told that the code is of another batch or of
 *       none.
 * </ul>
 */
@NullMarked
package firstline.publicity.scan;

import org.jspecify.annotations.NullMarked;
