package firstline.publicity.order;

import firstline.persistence.right.Scope;
import java.util.Arrays;
import java.util.Optional;

/** Kind of who asks. Words: {@code order.unit.<name>}. */
public enum Unit {
  COUNTY,
  TOWNSHIP,
  VILLAGE,
  /** A department asks for itself, whatever the level of its area. */
  DEPARTMENT;

  /** That of an area's own store; none for the city's, above which nobody is. */
  static Optional<Unit> ofLevel(String level) {
    return of(level).filter(unit -> unit != DEPARTMENT);
  }

  /** The one of this name. */
  static Optional<Unit> of(String name) {
    return Arrays.stream(values()).filter(unit -> unit.name().equals(name)).findFirst();
  }

  /** True if an area is above the unit of another: for a department its own area is. */
  boolean isBelow(String above, String path) {
    return path.startsWith(above) && (this == DEPARTMENT || path.length() > above.length());
  }

  /** True if the scope has an area above the unit. */
  boolean isBelow(Scope scope, String path) {
    return scope.paths().stream().anyMatch(above -> isBelow(above, path));
  }
}
