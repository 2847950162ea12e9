/** What an installation chooses while it runs: typed, bounded, journaled, seen at once. */
@NullMarked
package firstline.persistence.chosen;

import org.jspecify.annotations.NullMarked;
