package firstline.persistence.search;

import java.util.List;

/** A module finds its records for the palette, within the officer's scope. */
public interface SearchContribution {
  /** At most {@code limit} hits, best first; empty for an officer without the right. */
  List<SearchHit> search(String words, int limit);
}
