package firstline.persistence.search;

import java.util.Set;

/** A module names what of its records an officer may see of the own department alone. */
public interface OwnMattersOnly {
  /** Kinds of hits of which the officer at the desk finds the own department's alone. */
  Set<String> ownMattersOnly();
}
