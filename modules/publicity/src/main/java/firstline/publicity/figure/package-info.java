/**
 * Figures of the department, counted from its rows.
 *
 * <ul>
 *   <li>R72.1 when the year's printed kinds are counted, they shall be counted by topic, and the
 *       rule of at least twelve kinds a year be shown as met or not.
 *   <li>R72.2 when copies are counted, each area below the chosen one shall show what was handed
 *       out, is left, destroyed and lost there, from the ledger's rows alone, as a picture of flows
 *       with a table as its twin.
 *   <li>R72.3 when the bulletin is made, animations, films, posters and banners that became public
 *       and leaflets handed out shall be there by day and area.
 *   <li>R72.4 when codes on paper are scanned, each batch and area shall show its scans beside what
 *       was handed out there, with the cost of a copy and of a scan.
 * </ul>
 */
@NullMarked
package firstline.publicity.figure;

import org.jspecify.annotations.NullMarked;
