package firstline.console.bulletin;

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

/** Bulletins that officers talk about. */
@ApplicationScoped
public class BulletinTalk implements DiscussionContribution {
  @Inject private Sql sql;

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public Set<String> kinds() {
    return Set.of("bulletin");
  }

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public List<Discussed> records(String kind, List<UUID> ids) {
    return sql.list(
        """
        select b.id, coalesce(b.number || ' ', '') || replace(b.title, '{area}', a.name),
          '/console/bulletin?id=' || b.id, a.path
        from bulletin b join area a on a.code = b.area_code where b.id = any (?::uuid[])
        """,
        row ->
            new Discussed(
                row.id(1),
                row.text(2),
                row.text(3),
                Discussed.holding(BulletinRights.READ, row.text(4))),
        (Object) ids.stream().map(UUID::toString).toArray(String[]::new));
  }
}
