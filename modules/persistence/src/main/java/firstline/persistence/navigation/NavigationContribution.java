package firstline.persistence.navigation;

import java.util.List;

/** A module adds its pages to the rail. */
public interface NavigationContribution {
  List<NavigationEntry> entries();

  /** What the palette offers to begin, besides the rail. */
  default List<NavigationEntry> actions() {
    return List.of();
  }
}
