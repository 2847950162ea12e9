package firstline.publicity.desk;

import firstline.persistence.right.Allows;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import firstline.persistence.talk.Discussed;
import firstline.persistence.talk.DiscussedKinds;
import firstline.persistence.talk.DiscussionContribution;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;

/** Material, its recalls, print runs and orders, and collections that officers talk about. */
@ApplicationScoped
public class PublicityTalk implements DiscussionContribution {
  private static final DiscussedKinds KINDS =
      new DiscussedKinds()
          .kind(
              "material",
              """
              select m.id, m.number || ' ' || m.title, '/console/publicity/material?id=' || m.id, a.path,
                m.published_at is not null
              from material m join area a on a.code = m.area_code where m.id = any (?::uuid[])
              """,
              row -> readers(row.text(4), row.flag(5)))
          .kind(
              "recall",
              """
              select r.id, m.number || ' ' || r.reason, '/console/publicity/recall?id=' || r.id
              from material_recall r join material m on m.id = r.material_id
              where r.id = any (?::uuid[])
              """,
              row -> officer -> officer.holds(PublicityRights.READ))
          .lying(
              "order",
              PublicityRights.READ,
              """
              select o.id, o.number || ' ' || v.title, '/console/publicity/order?id=' || o.id, a.path
              from copy_order o join area a on a.code = o.area_code
                join material_version v on v.id = o.version_id
              where o.id = any (?::uuid[])
              """)
          .lyingAtOneOf(
              "batch",
              PublicityRights.READ,
              """
              select b.id, b.number || ' ' || v.title, '/console/publicity/batch?id=' || b.id,
                array(select a.path from area a where a.code = b.area_code
                  union select s.path from holding h join area s on s.code = h.area_code
                    where h.batch_id = b.id)
              from print_run b join material_version v on v.id = b.version_id
              where b.id = any (?::uuid[])
              """)
          .lying(
              "collection",
              PublicityRights.READ,
              """
              select c.id, c.title, '/console/publicity/collection?id=' || c.id, a.path
              from collection c join area a on a.code = c.area_code where c.id = any (?::uuid[])
              """);

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public DiscussedKinds discussed() {
    return KINDS;
  }

  /** What was published, readers of all areas open. */
  private static Predicate<OfficerOnDuty> readers(String path, boolean published) {
    return published
        ? officer -> officer.holds(PublicityRights.READ)
        : Discussed.holding(PublicityRights.READ, path);
  }
}
