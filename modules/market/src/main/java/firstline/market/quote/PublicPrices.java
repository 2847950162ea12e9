package firstline.market.quote;

import firstline.persistence.database.Sql;
import firstline.persistence.publication.PriceNoticeContribution;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Price notices as the public sees them: those that hold today. */
@ApplicationScoped
@Allows(right = Rights.EVERYONE, reads = true)
public class PublicPrices implements PriceNoticeContribution {
  private static final int MOST = 20;

  private record Shown(UUID id, PriceNotice notice) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected PublicPrices() {}

  /** For tests without a server. */
  PublicPrices(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Requirement("R94.5")
  public List<PriceNotice> priceNotices() {
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    var shown =
        sql.list(
            """
            select n.id, n.number, n.title, n.body, a.name, n.department_name, n.first_day,
              n.last_day
            from price_notice n join area a on a.code = n.area_code
            where n.published_at is not null and n.withdrawn_at is null
              and ? between n.first_day and n.last_day
            order by n.published_at desc, n.id limit ?
            """,
            row ->
                new Shown(
                    row.id(1),
                    new PriceNotice(
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        row.date(7),
                        row.date(8),
                        List.of())),
            today,
            MOST);
    var prices = new HashMap<UUID, List<Price>>();
    sql.list(
        """
        select notice_id, goods, unit, kind, value::text from price_notice_row
        where notice_id = any (?::uuid[]) order by notice_id, place
        """,
        row ->
            prices
                .computeIfAbsent(row.id(1), id -> new ArrayList<>())
                .add(
                    new Price(
                        row.text(2), row.text(3), "price-notice.kind." + row.text(4), row.text(5))),
        (Object) shown.stream().map(one -> one.id().toString()).toArray(String[]::new));
    return shown.stream()
        .map(one -> with(one.notice(), prices.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static PriceNotice with(PriceNotice notice, List<Price> prices) {
    return new PriceNotice(
        notice.number(),
        notice.title(),
        notice.text(),
        notice.areaName(),
        notice.authority(),
        notice.from(),
        notice.until(),
        prices);
  }
}
