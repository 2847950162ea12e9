package firstline.broadcast.desk;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.talk.DiscussedKinds;
import firstline.persistence.talk.DiscussionContribution;
import jakarta.enterprise.context.ApplicationScoped;

/** Schedules, speakers and public alerts that officers talk about. */
@ApplicationScoped
public class BroadcastTalk implements DiscussionContribution {
  private static final DiscussedKinds KINDS =
      new DiscussedKinds()
          .lying(
              "schedule",
              BroadcastRights.READ,
              """
              select s.id, s.number || ' ' || s.title, '/console/broadcast/schedule?id=' || s.id, a.path
              from schedule s join area a on a.code = s.area_code where s.id = any (?::uuid[])
              """)
          .lying(
              "speaker",
              BroadcastRights.READ,
              """
              select s.id, s.serial || ' ' || a.name || ' ' || s.place,
                '/console/broadcast/speaker?id=' || s.id, a.path
              from speaker s join area a on a.code = s.area_code where s.id = any (?::uuid[])
              """)
          .lying(
              "alert",
              BroadcastRights.READ,
              """
              select l.id, l.headline, '/console/broadcast/alert?id=' || l.id, a.path
              from alert l join area a on a.code = l.area_code where l.id = any (?::uuid[])
              """);

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public DiscussedKinds discussed() {
    return KINDS;
  }
}
