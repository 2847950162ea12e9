package firstline.market.desk;

import static firstline.market.MarketRights.PRICE_READ;
import static firstline.market.MarketRights.READ;

import firstline.market.complaint.Sight;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import firstline.persistence.talk.Discussed;
import firstline.persistence.talk.DiscussedKinds;
import firstline.persistence.talk.DiscussionContribution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Letters, inspections, cases and what belongs to them, operators, price alerts and notices, and
 * campaigns, which officers talk about; of a letter never who sent it, of a natural person who does
 * business never the name.
 */
@ApplicationScoped
public class MarketTalk implements DiscussionContribution {
  private static final DiscussedKinds KINDS =
      new DiscussedKinds()
          .kind(
              "complaint",
              """
              select c.id, c.number || ' ' || c.operator, '/console/market/complaint?id=' || c.id,
                a.path, c.department_id
              from complaint c join area a on a.code = c.area_code where c.id = any (?::uuid[])
              """,
              row -> letter(row.text(4), row.idOrNull(5)))
          .lying(
              "inspection",
              READ,
              """
              select i.id, i.number || ' ' || i.title, '/console/market/inspection?id=' || i.id, a.path
              from inspection i join area a on a.code = i.area_code where i.id = any (?::uuid[])
              """)
          .lying(
              "case",
              READ,
              """
              select c.id, c.number || ' ' || c.title, '/console/market/case?id=' || c.id, a.path
              from market_case c join area a on a.code = c.area_code where c.id = any (?::uuid[])
              """)
          .lying(
              "measure",
              READ,
              """
              select m.id, m.number || ' ' || c.title, '/console/market/measure?id=' || m.id, a.path
              from measure m join market_case c on c.id = m.case_id
                join area a on a.code = c.area_code
              where m.id = any (?::uuid[])
              """)
          .lying(
              "referral",
              READ,
              """
              select r.id, r.number || ' ' || c.title, '/console/market/referral?id=' || r.id, a.path
              from referral r join market_case c on c.id = r.case_id
                join area a on a.code = c.area_code
              where r.id = any (?::uuid[])
              """)
          .lying(
              "typical-case",
              READ,
              """
              select c.id, c.decision_number || ' ' || t.title, '/console/market/typical-case?id=' || c.id,
                a.path
              from typical_case t join market_case c on c.id = t.case_id
                join area a on a.code = c.area_code
              where c.id = any (?::uuid[])
              """)
          .lyingAtOneOf(
              "operator",
              READ,
              """
              select p.id, case when p.person then p.premises
                  else concat_ws(' ', p.credit_code, p.name) end,
                '/console/market/operator?id=' || p.id,
                array(select a.path from area a where a.code = p.area_code
                  or a.code in (select c.area_code from market_case c where c.operator_id = p.id)
                  or a.code in (select i.area_code from inspection i where i.operator_id = p.id)
                  or a.code in (select t.area_code from price_reminder m
                    join price_alert l on l.id = m.alert_id join price_point t on t.id = l.point_id
                    where m.operator_id = p.id))
              from operator p where p.id = any (?::uuid[])
              """)
          .lying(
              "price-alert",
              PRICE_READ,
              """
              select l.id, l.day || ' ' || p.name || ' ' || g.name,
                '/console/market/price-alert?id=' || l.id, a.path
              from price_alert l join price_point p on p.id = l.point_id
                join price_goods g on g.id = l.goods_id join area a on a.code = p.area_code
              where l.id = any (?::uuid[])
              """)
          .lying(
              "price-notice",
              PRICE_READ,
              """
              select n.id, n.number || ' ' || n.title, '/console/market/price-notice?id=' || n.id, a.path
              from price_notice n join area a on a.code = n.area_code where n.id = any (?::uuid[])
              """)
          .kind(
              "market-campaign",
              """
              select c.id, c.name, '/console/market/market-campaign?id=' || c.id, a.path
              from market_campaign c join area a on a.code = c.area_code where c.id = any (?::uuid[])
              """,
              row -> reaching(row.text(4)));

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  @Requirement("R126.2")
  public DiscussedKinds discussed() {
    return KINDS;
  }

  /** As the list of letters shows them: some officers see their own department's alone. */
  private static Predicate<OfficerOnDuty> letter(String path, @Nullable UUID department) {
    return Discussed.holding(READ, path)
        .and(
            officer -> {
              var only = Sight.only(officer);
              return only == null || only.equals(department);
            });
  }

  /** A campaign is open where it is led and to everybody whose areas it reaches into. */
  private static Predicate<OfficerOnDuty> reaching(String path) {
    return officer -> {
      var scope = officer.scope(READ);
      return scope.covers(path) || scope.paths().stream().anyMatch(mine -> mine.startsWith(path));
    };
  }
}
