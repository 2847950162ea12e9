package firstline.console.bulletin;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.talk.Discussed;
import firstline.persistence.talk.DiscussedKinds;
import firstline.persistence.talk.DiscussionContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Bulletins that officers talk about. */
@ApplicationScoped
public class BulletinTalk implements DiscussionContribution {
  private static final DiscussedKinds KINDS =
      new DiscussedKinds()
          .lying(
              "bulletin",
              BulletinRights.READ,
              """
              select b.id, coalesce(b.number || ' ', '') || replace(b.title, '{area}', a.name),
                '/console/bulletin?id=' || b.id, a.path
              from bulletin b join area a on a.code = b.area_code where b.id = any (?::uuid[])
              """);

  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected BulletinTalk() {}

  /** For tests without a server. */
  public BulletinTalk(Sql sql) {
    this.sql = sql;
  }

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public Set<String> kinds() {
    return KINDS.names();
  }

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public List<Discussed> records(String kind, List<UUID> ids) {
    return KINDS.records(sql, kind, ids);
  }
}
