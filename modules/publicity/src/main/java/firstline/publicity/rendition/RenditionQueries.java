package firstline.publicity.rendition;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What was made of a version's file, and how far the queue is. */
@ApplicationScoped
public class RenditionQueries {
  /**
   * A version's renditions.
   *
   * @param state of the job; empty if it has no file
   * @param reason code of why there are none, or empty
   */
  public record Seen(
      String state,
      String reason,
      int done,
      int total,
      int width,
      int height,
      int pages,
      int seconds,
      List<One> files) {
    /** The address of the one of that role; empty if it was not made. */
    public String address(String role) {
      return files.stream()
          .filter(one -> one.role().equals(role))
          .map(One::address)
          .findFirst()
          .orElse("");
    }

    /** The pages, in their order. */
    public List<One> pageFiles() {
      return files.stream().filter(one -> one.role().equals(Role.PAGE.name())).toList();
    }
  }

  /** One of them. */
  public record One(String role, int ordinal, String address) {}

  private static final Seen NONE = new Seen("", "", 0, 0, 0, 0, 0, 0, List.of());

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected RenditionQueries() {}

  /** For tests without a server. */
  RenditionQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** Of a version that the officer may see. */
  @Allows(right = READ, reads = true)
  @Requirement("R69.1")
  public Seen of(UUID version) {
    var files =
        sql.list(
            """
            select r.role, r.ordinal, r.sha256 from rendition r
              join material_version v on v.sha256 = r.source join area a on a.code = v.area_code
            where v.id = ? and (a.path like any (?) or v.published_at is not null)
            order by r.role, r.ordinal
            """,
            row -> new One(row.text(1), row.integer(2), Cover.address(row.text(3))),
            version,
            desk.scope().patterns());
    return sql.first(
            """
            select j.state, j.reason, j.done, j.total, coalesce(j.width, 0),
              coalesce(j.height, 0), coalesce(j.pages, 0), coalesce(j.seconds, 0)
            from rendition_job j join material_version v on v.sha256 = j.sha256
              join area a on a.code = v.area_code
            where v.id = ? and (a.path like any (?) or v.published_at is not null)
            """,
            row ->
                new Seen(
                    row.text(1),
                    row.text(2),
                    row.integer(3),
                    row.integer(4),
                    row.integer(5),
                    row.integer(6),
                    row.integer(7),
                    row.integer(8),
                    files),
            version,
            desk.scope().patterns())
        .orElse(NONE);
  }
}
