package firstline.console.signin;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Officers in service and the rights of their own, for others to ask about. */
@ApplicationScoped
public class Colleagues {
  private static final String COLLEAGUE =
      """
      select o.id, o.username, o.name, d.id, d.name, d.name_en, o.area_code, a.name, o.language,
        array(select r.right_key || ' ' || ga.path
          from officer_role g join role_right r on r.role_id = g.role_id
          join area ga on ga.code = g.area_code
          where g.officer_id = o.id)
      from officer o join department d on d.id = o.department_id join area a on a.code = o.area_code
      """;

  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected Colleagues() {}

  /** For tests without a server. */
  public Colleagues(Sql sql) {
    this.sql = sql;
  }

  /** The officer in service with this username and what they may do: for others to ask about. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public Optional<OfficerOnDuty> named(String username) {
    return sql.first(
        COLLEAGUE + " where o.active and o.username = ?", row -> Seat.of(row, 10), username);
  }

  /** Officers in service whose name or username contains the words, and what they may do. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<OfficerOnDuty> like(String words) {
    return sql.list(
        COLLEAGUE
            + """
             where o.active
              and (position(? in o.name) > 0 or position(lower(?) in o.username) > 0)
            order by o.name, o.username limit 300
            """,
        row -> Seat.of(row, 10),
        words,
        words);
  }
}
