package firstline.rumour.rumour;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Departments to which something can be handed, of any area. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Departments {
  /** A department and where it sits. */
  public record Department(UUID id, String name, String areaCode) {}

  @Inject private Sql sql;

  /**
   * The department with the code.
   *
   * @throws Refusal {@code rumour.department} if there is none
   */
  public Department at(String code) {
    return sql.first(
            "select id, name, area_code from department where active and code = ?",
            row -> new Department(row.id(1), row.text(2), row.text(3)),
            code.strip())
        .orElseThrow(() -> new Refusal("rumour.department", code));
  }
}
