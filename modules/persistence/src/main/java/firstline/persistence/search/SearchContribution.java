package firstline.persistence.search;

import java.util.List;
import java.util.Set;

/** What the palette finds beside the pages, and what of it is narrower than right and areas. */
public interface SearchContribution {
  /** At most {@code limit} hits, best first, within the officer's right and areas. */
  default List<SearchHit> search(String words, int limit) {
    return List.of();
  }

  /** Kinds of hits of which the officer at the desk may find the own department's alone. */
  default Set<String> ownMattersOnly() {
    return Set.of();
  }
}
