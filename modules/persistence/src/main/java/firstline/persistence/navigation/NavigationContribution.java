package firstline.persistence.navigation;

import java.util.List;

/** A module adds its pages to the rail. */
public interface NavigationContribution {
  List<NavigationEntry> entries();
}
