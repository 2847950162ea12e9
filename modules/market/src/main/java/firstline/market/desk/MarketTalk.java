package firstline.market.desk;

import firstline.market.MarketRights;
import firstline.market.complaint.Sight;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import firstline.persistence.talk.Discussed;
import firstline.persistence.talk.DiscussionContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Letters, inspections, cases and what belongs to them, which officers talk about; of a letter,
 * never who sent it.
 */
@ApplicationScoped
public class MarketTalk implements DiscussionContribution {
  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected MarketTalk() {}

  /** For tests without a server. */
  public MarketTalk(Sql sql) {
    this.sql = sql;
  }

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public Set<String> kinds() {
    return Set.of("complaint", "inspection", "case", "measure", "referral");
  }

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public List<Discussed> records(String kind, List<UUID> ids) {
    var wanted = ids.stream().map(UUID::toString).toArray(String[]::new);
    return switch (kind) {
      case "complaint" ->
          sql.list(
              """
              select c.id, c.number || ' ' || c.operator, '/console/market/complaint?id=' || c.id,
                a.path, c.department_id
              from complaint c join area a on a.code = c.area_code where c.id = any (?::uuid[])
              """,
              row -> of(row, letter(row.text(4), row.idOrNull(5))),
              (Object) wanted);
      case "inspection" ->
          sql.list(
              """
              select i.id, i.number || ' ' || i.title, '/console/market/inspection?id=' || i.id,
                a.path
              from inspection i join area a on a.code = i.area_code where i.id = any (?::uuid[])
              """,
              row -> of(row, Discussed.holding(MarketRights.READ, row.text(4))),
              (Object) wanted);
      case "measure" ->
          sql.list(
              """
              select m.id, m.number || ' ' || c.title, '/console/market/measure?id=' || m.id, a.path
              from measure m join market_case c on c.id = m.case_id
                join area a on a.code = c.area_code
              where m.id = any (?::uuid[])
              """,
              row -> of(row, Discussed.holding(MarketRights.READ, row.text(4))),
              (Object) wanted);
      case "referral" ->
          sql.list(
              """
              select r.id, r.number || ' ' || c.title, '/console/market/referral?id=' || r.id, a.path
              from referral r join market_case c on c.id = r.case_id
                join area a on a.code = c.area_code
              where r.id = any (?::uuid[])
              """,
              row -> of(row, Discussed.holding(MarketRights.READ, row.text(4))),
              (Object) wanted);
      default ->
          sql.list(
              """
              select c.id, c.number || ' ' || c.title, '/console/market/case?id=' || c.id, a.path
              from market_case c join area a on a.code = c.area_code where c.id = any (?::uuid[])
              """,
              row -> of(row, Discussed.holding(MarketRights.READ, row.text(4))),
              (Object) wanted);
    };
  }

  private static Discussed of(Row row, Predicate<OfficerOnDuty> open) throws SQLException {
    return new Discussed(row.id(1), row.text(2), row.text(3), open);
  }

  /** As the list of letters shows them: some officers see their own department's alone. */
  private static Predicate<OfficerOnDuty> letter(String path, @Nullable UUID department) {
    return Discussed.holding(MarketRights.READ, path)
        .and(
            officer -> {
              var only = Sight.only(officer);
              return only == null || only.equals(department);
            });
  }
}
