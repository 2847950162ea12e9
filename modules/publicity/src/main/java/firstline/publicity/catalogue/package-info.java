/**
 * The catalogue: full text and facets over all material, as gallery and as table.
 *
 * <p>Each node keeps an index of its own (Lucene) on its disk; it is never the truth, follows the
 * changes by their transactions and can be thrown away at any time. What an officer may see is part
 * of every query: an officer without areas sees what is or was public and nothing else.
 *
 * <ul>
 *   <li>R64.1 when material is searched by words, the catalogue shall find it by pairs of
 *       ideographs and by words of its titles, texts and numbers; drafts of other areas neither by
 *       words nor by a count.
 *   <li>R64.2 when facets are chosen, each facet shall count what every one of its values would
 *       bring under the other facets' choice.
 *   <li>R64.3 when the last day of a material is over, it shall count as expired from the next day
 *       on without anything being written.
 *   <li>R64.4 when a material changes, the index shall have it before the next search on the same
 *       node, and within two seconds on the others.
 *   <li>R64.5 when the index is damaged, of another form or of another database, it shall be built
 *       anew; while it is built again on line, searches shall go on.
 *   <li>R64.6 when a search is kept with alerts, a to-do shall tell its officer what is new.
 *   <li>R64.7 when several materials are filed or archived at once, each shall be refused or done
 *       by itself, within the officer's scope.
 *   <li>R64.8 when metadata come as a table, each line shall be taken over or named with its
 *       reason.
 * </ul>
 */
@NullMarked
package firstline.publicity.catalogue;

import org.jspecify.annotations.NullMarked;
