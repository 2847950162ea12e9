package firstline.console.me;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What an officer sees of the own account. */
@ApplicationScoped
public class MeQueries {
  /**
   * The account.
   *
   * @param secondFactor true if it is set up
   * @param roles names of the roles with their areas, in both languages
   */
  public record Profile(
      String username,
      String name,
      String language,
      boolean secondFactor,
      Instant createdAt,
      List<Role> roles) {}

  /** A role held in an area. */
  public record Role(String zh, String en, String area) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @Allows(right = Rights.SIGNED_IN, reads = true)
  public Profile profile() {
    var me = desk.officer().id();
    var roles =
        sql.list(
            """
            select r.name, r.name_en, a.name from officer_role g
            join role r on r.id = g.role_id join area a on a.code = g.area_code
            where g.officer_id = ? order by r.code, a.path
            """,
            row -> new Role(row.text(1), row.text(2), row.text(3)),
            me);
    return sql.one(
        "select username, name, language, totp_secret is not null, created_at"
            + " from officer where id = ?",
        row ->
            new Profile(row.text(1), row.text(2), row.text(3), row.flag(4), row.instant(5), roles),
        me);
  }

  /** The rights that a token of this officer may carry: all held but administration. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<String> tokenRights() {
    return desk.officer().grants().stream()
        .map(grant -> grant.right())
        .filter(right -> !right.startsWith("admin."))
        .distinct()
        .sorted()
        .toList();
  }
}
