package firstline.console.bulletin;

import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.talk.DiscussedKinds;
import firstline.persistence.talk.DiscussionContribution;
import jakarta.enterprise.context.ApplicationScoped;

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

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public DiscussedKinds discussed() {
    return KINDS;
  }
}
