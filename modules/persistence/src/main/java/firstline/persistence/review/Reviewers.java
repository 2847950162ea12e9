package firstline.persistence.review;

import firstline.persistence.database.Sql;
import firstline.persistence.review.Review.Reviewer;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Who could give the next approval: what a page says while a text waits. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Reviewers {
  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected Reviewers() {}

  Reviewers(Sql sql) {
    this.sql = sql;
  }

  /**
   * Officers who hold the right over the area, the nearest area first.
   *
   * @param not who wrote it or has decided already
   */
  public List<Reviewer> mayReview(String right, String areaCode, Collection<UUID> not, int most) {
    return sql.list(
        """
        select o.id, o.name, d.name
        from officer o join department d on d.id = o.department_id
        join lateral (
          select max(length(a.path)) as near
          from officer_role r join role_right k on k.role_id = r.role_id and k.right_key = ?
          join area a on a.code = r.area_code
          join area s on s.code = ? and s.path like a.path || '%'
          where r.officer_id = o.id) held on held.near is not null
        where o.active and o.id <> all (?::text[]::uuid[])
        order by held.near desc, o.name, o.id limit ?
        """,
        row -> new Reviewer(row.id(1), row.text(2), row.text(3)),
        right,
        areaCode,
        not.stream().map(UUID::toString).toArray(String[]::new),
        most);
  }
}
