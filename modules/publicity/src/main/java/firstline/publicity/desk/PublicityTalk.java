package firstline.publicity.desk;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import firstline.persistence.talk.Discussed;
import firstline.persistence.talk.DiscussionContribution;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Material that officers talk about. */
@ApplicationScoped
public class PublicityTalk implements DiscussionContribution {
  @Inject private Sql sql;

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public Set<String> kinds() {
    return Set.of("material");
  }

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public List<Discussed> records(String kind, List<UUID> ids) {
    return sql.list(
        """
        select m.id, m.number || ' ' || m.title, '/console/publicity/material?id=' || m.id, a.path,
          m.published_at is not null
        from material m join area a on a.code = m.area_code where m.id = any (?::uuid[])
        """,
        row ->
            new Discussed(row.id(1), row.text(2), row.text(3), readers(row.text(4), row.flag(5))),
        (Object) ids.stream().map(UUID::toString).toArray(String[]::new));
  }

  /** What was published, readers of all areas open. */
  private static Predicate<OfficerOnDuty> readers(String path, boolean published) {
    return published
        ? officer -> officer.holds(PublicityRights.READ)
        : Discussed.holding(PublicityRights.READ, path);
  }
}
