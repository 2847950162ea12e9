package firstline.rumour.claim;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;

/** The areas in which the officer may do what is being done. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class ClaimAreas {
  @Inject private Sql sql;
  @Inject private Desk desk;

  /** Their 12-digit codes. */
  Set<String> inScope() {
    return new HashSet<>(
        sql.list(
            "select code from area where path like any (?)",
            row -> row.text(1),
            (Object) desk.scope().patterns()));
  }
}
