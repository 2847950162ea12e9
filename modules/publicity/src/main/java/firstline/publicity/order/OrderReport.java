package firstline.publicity.order;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;

/** What was asked, granted, sent, received and is missing, side by side. */
@ApplicationScoped
public class OrderReport {
  /** Lines of the page; the table to take along has more. */
  static final int SHOWN = 500;

  static final int MOST = 20_000;

  /**
   * Which orders.
   *
   * @param area and all below it
   */
  record Asked(String area, YearMonth first, YearMonth last) {}

  /** Sums of all lines. */
  public record Sums(long asked, long granted, long sent, long received, long missing) {
    static Sums of(List<OrderQueries.Line> lines) {
      var sums = new long[5];
      for (var line : lines) {
        var standing = line.standing();
        sums[0] += standing.asked();
        sums[1] += standing.granted() == null ? 0 : standing.granted();
        sums[2] += standing.sent();
        sums[3] += standing.received();
        sums[4] += standing.missing();
      }
      return new Sums(sums[0], sums[1], sums[2], sums[3], sums[4]);
    }
  }

  @Inject private Sql sql;
  @Inject private Quotas quotas;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected OrderReport() {}

  /** For tests without a server. */
  OrderReport(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.quotas = new Quotas(sql, clock);
    this.desk = desk;
  }

  /** The orders of the months, within the officer's areas, the newest first. */
  @Allows(right = READ, reads = true)
  @Requirement("R62.5")
  public List<OrderQueries.Line> lines(Asked asked, int most) {
    return sql.list(
        Select.from(OrderQueries.LINE, quotas.today())
            .where("a.path like any (?)", (Object) desk.scope().patterns())
            .where(
                "starts_with(a.path, (select top.path from area top where top.code = ?))",
                asked.area())
            .where(
                "o.asked_at >= ? and o.asked_at < ?",
                asked.first().atDay(1).atStartOfDay(Clocks.ZONE).toInstant(),
                asked.last().plusMonths(1).atDay(1).atStartOfDay(Clocks.ZONE).toInstant())
            .end("order by o.asked_at desc, o.id desc limit ?", most),
        OrderQueries::line);
  }
}
