package firstline.console.signin;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Optional;

/** The area that an officer works at for now: it narrows every right, and widens none. */
@ApplicationScoped
public class AreaAtWork {
  /** An area and where it lies in the tree; kept in the session. */
  public record Place(String code, String name, String path) implements Serializable {}

  @Inject private Sql sql;

  /** The area with the code, if there is one. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R22.9")
  public Optional<Place> place(String code) {
    return sql.first(
        "select code, name, path from area where code = ?",
        row -> new Place(row.text(1), row.text(2), row.text(3)),
        code);
  }
}
