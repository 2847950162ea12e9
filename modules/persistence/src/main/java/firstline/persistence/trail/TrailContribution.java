package firstline.persistence.trail;

import java.util.List;
import java.util.Optional;

/**
 * A module tells where texts went in its house, as far as the officer at the desk may see it; one
 * statement a kind, whatever the count.
 */
public interface TrailContribution {
  /** The stop of the key, if it is one of this house. */
  Optional<Stop> stop(String key);

  /** What was made of them in this house, in the order in which it was. */
  List<Stop> after(List<String> keys);
}
