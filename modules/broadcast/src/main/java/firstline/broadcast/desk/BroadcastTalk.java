package firstline.broadcast.desk;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.talk.Discussed;
import firstline.persistence.talk.DiscussionContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Schedules that officers talk about. */
@ApplicationScoped
public class BroadcastTalk implements DiscussionContribution {
  @Inject private Sql sql;

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public Set<String> kinds() {
    return Set.of("schedule");
  }

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public List<Discussed> records(String kind, List<UUID> ids) {
    return sql.list(
        """
        select s.id, s.number || ' ' || s.title, '/console/broadcast/schedule?id=' || s.id, a.path
        from schedule s join area a on a.code = s.area_code where s.id = any (?::uuid[])
        """,
        row ->
            new Discussed(
                row.id(1),
                row.text(2),
                row.text(3),
                Discussed.holding(BroadcastRights.READ, row.text(4))),
        (Object) ids.stream().map(UUID::toString).toArray(String[]::new));
  }
}
