package firstline.broadcast.alert;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The areas of the tree that a message names by code.
 *
 * @param codes 12 digits each, in order
 * @param unresolved descriptions of areas that a person must settle
 */
record DivisionMatch(List<String> codes, List<String> unresolved) {
  private static final int MOST = 200;
  private static final int DESCRIBED = 200;

  DivisionMatch {
    codes = List.copyOf(codes);
    unresolved = List.copyOf(unresolved);
  }

  /**
   * Looks the codes up. A code above the tree, such as the province's, means all of it.
   *
   * @throws Refusal {@code cap.area} if a code lies in the tree and is not there, or in no province
   */
  @Requirement("R34.5")
  static DivisionMatch of(List<Cap.Area> areas, Sql sql) {
    var roots = sql.list("select code from area where parent is null", row -> row.text(1));
    var asked =
        areas.stream()
            .flatMap(area -> area.geocodes().stream())
            .flatMap(geocode -> DivisionCode.of(geocode).stream())
            .distinct()
            .toArray(String[]::new);
    var known =
        Set.copyOf(
            sql.list(
                "select code from area where code = any(?)", row -> row.text(1), (Object) asked));
    var codes = new TreeSet<String>();
    var unresolved = new ArrayList<String>();
    for (var area : areas) {
      var strange = new TreeSet<String>();
      var found = false;
      for (var geocode : area.geocodes()) {
        var code = DivisionCode.of(geocode).orElse("");
        var here = code.isEmpty() ? List.<String>of() : here(code, known, roots);
        codes.addAll(here);
        found |= !here.isEmpty();
        if (!code.isEmpty() && here.isEmpty()) {
          requirePossible(code, roots);
          strange.add(geocode.value());
        }
      }
      if (!found) {
        unresolved.add(described(area));
      } else {
        strange.forEach(value -> unresolved.add(described(area) + " (" + value + ")"));
      }
    }
    return new DivisionMatch(
        List.copyOf(codes), unresolved.stream().distinct().limit(MOST).toList());
  }

  private static String described(Cap.Area area) {
    var text = area.areaDesc();
    return text.length() <= DESCRIBED ? text : text.substring(0, DESCRIBED - 1) + "…";
  }

  private static List<String> here(String code, Set<String> known, List<String> roots) {
    return known.contains(code)
        ? List.of(code)
        : roots.stream().filter(root -> root.startsWith(DivisionCode.stem(code))).toList();
  }

  private static void requirePossible(String code, List<String> roots) {
    if (!DivisionCode.isInProvince(code)
        || roots.stream().anyMatch(root -> code.startsWith(DivisionCode.stem(root)))) {
      throw new Refusal("cap.area", "geocode", code);
    }
  }
}
