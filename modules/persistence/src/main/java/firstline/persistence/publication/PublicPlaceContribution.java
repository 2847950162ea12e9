package firstline.persistence.publication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the list for search engines what a department shows to the public. */
public interface PublicPlaceContribution {
  /**
   * A page.
   *
   * @param path from the site's beginning, such as {@code /bulletins}
   * @param changed null if that is not known
   */
  record Place(String path, @Nullable Instant changed) {}

  /** At most a thousand, the newest first. */
  List<Place> places();
}
