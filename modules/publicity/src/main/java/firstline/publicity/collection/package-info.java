/**
 * Collections: material that an officer picked by hand for an occasion.
 *
 * <ul>
 *   <li>R74.3 when materials of the gallery are picked into a collection, new or old, those that
 *       the officer may see shall be in it, each once, and none beyond 500.
 *   <li>R74.4 when a collection is opened, it shall show what is in it as it stands now, to whoever
 *       may see the collection and the material; it can be renamed, lightened and dropped by
 *       editors of its area, and its public part be taken away as one archive.
 * </ul>
 */
@NullMarked
package firstline.publicity.collection;

import org.jspecify.annotations.NullMarked;
