package firstline.persistence.area;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.right.Scope;
import java.util.HashSet;
import java.util.Set;

/** Areas of a scope, for use cases that look at many records at once. */
@Allows(right = Rights.WITHIN)
public final class AreasWithin {
  private AreasWithin() {}

  /** The codes of all areas within the scope. */
  public static Set<String> codes(Sql sql, Scope scope) {
    return new HashSet<>(
        sql.list(
            "select code from area where path like any (?)",
            row -> row.text(1),
            (Object) scope.patterns()));
  }
}
