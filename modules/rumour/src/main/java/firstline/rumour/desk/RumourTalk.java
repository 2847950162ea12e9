package firstline.rumour.desk;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.talk.DiscussedKinds;
import firstline.persistence.talk.DiscussionContribution;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.ApplicationScoped;

/** Rumours, answers, claims and objections that officers talk about. */
@ApplicationScoped
public class RumourTalk implements DiscussionContribution {
  private static final DiscussedKinds KINDS =
      new DiscussedKinds()
          .lying(
              "rumour",
              RumourRights.READ,
              """
              select m.id, m.number || ' ' || m.title, '/console/rumour/rumour?id=' || m.id, a.path
              from rumour m join area a on a.code = m.area_code where m.id = any (?::uuid[])
              """)
          .lying(
              "rebuttal",
              RumourRights.READ,
              """
              select r.id, r.number || ' ' || m.title, '/console/rumour/rebuttal?id=' || r.id, a.path
              from rebuttal r join area a on a.code = r.area_code join rumour m on m.id = r.rumour_id
              where r.id = any (?::uuid[])
              """)
          .lying(
              "claim",
              RumourRights.READ,
              """
              select c.id, c.number || ' ' || left(c.text, 60), '/console/rumour/claims?open=' || c.id,
                a.path
              from claim c join area a on a.code = c.area_code where c.id = any (?::uuid[])
              """)
          .lying(
              "appeal",
              RumourRights.APPEAL,
              """
              select p.id, p.number || ' → ' || r.number, '/console/rumour/appeal?id=' || p.id, a.path
              from appeal p join area a on a.code = p.area_code join rebuttal r on r.id = p.rebuttal_id
              where p.id = any (?::uuid[])
              """);

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  @Requirement("R126.2")
  public DiscussedKinds discussed() {
    return KINDS;
  }
}
