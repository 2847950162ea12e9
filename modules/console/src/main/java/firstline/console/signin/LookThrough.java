package firstline.console.signin;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * A security administrator looks through an officer's eyes: read-only, and its beginning is on the
 * audit record like any other use case.
 */
@ApplicationScoped
public class LookThrough {
  @Inject private Sql sql;

  @Allows(right = Rights.ADMIN_SECURITY)
  public void begin(UUID officer) {
    sql.one("select 1 from officer where id = ? and active", row -> row.integer(1), officer);
  }
}
