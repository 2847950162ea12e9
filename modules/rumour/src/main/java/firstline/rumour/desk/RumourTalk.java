package firstline.rumour.desk;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.talk.Discussed;
import firstline.persistence.talk.DiscussionContribution;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Rumours and answers that officers talk about. */
@ApplicationScoped
public class RumourTalk implements DiscussionContribution {
  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected RumourTalk() {}

  /** For tests without a server. */
  public RumourTalk(Sql sql) {
    this.sql = sql;
  }

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public Set<String> kinds() {
    return Set.of("rumour", "rebuttal");
  }

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public List<Discussed> records(String kind, List<UUID> ids) {
    var wanted = ids.stream().map(UUID::toString).toArray(String[]::new);
    return kind.equals("rumour")
        ? sql.list(
            """
            select m.id, m.number || ' ' || m.title, '/console/rumour/rumour?id=' || m.id, a.path
            from rumour m join area a on a.code = m.area_code where m.id = any (?::uuid[])
            """,
            RumourTalk::of,
            (Object) wanted)
        : sql.list(
            """
            select r.id, r.number || ' ' || m.title, '/console/rumour/rebuttal?id=' || r.id, a.path
            from rebuttal r join area a on a.code = r.area_code join rumour m on m.id = r.rumour_id
            where r.id = any (?::uuid[])
            """,
            RumourTalk::of,
            (Object) wanted);
  }

  private static Discussed of(Row row) throws SQLException {
    return new Discussed(
        row.id(1), row.text(2), row.text(3), Discussed.holding(RumourRights.READ, row.text(4)));
  }
}
