package firstline.market.campaign;

import static firstline.market.MarketRights.CAMPAIGN;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts the figures of campaigns from the records, by area and day. */
@ApplicationScoped
public class CountCampaigns {
  private record Cell(String area, String figure, LocalDate day) {}

  private record Standing(@Nullable LocalDate countedTo, boolean replanned) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected CountCampaigns() {}

  /** For tests without a server. */
  CountCampaigns(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** Counts one anew; refused as {@code market-campaign.closed} once it is closed. */
  @Allows(right = CAMPAIGN)
  @Requirement("R93.2")
  public void recount(UUID id) {
    Bounds.open(sql, desk.scope(), id);
    count(id);
  }

  /** Counts those that are not closed; how many. */
  @Allows(right = Rights.SYSTEM)
  @Requirement({"R93.2", "R93.5"})
  public int countAll() {
    var open =
        sql.list(
            """
            select id from market_campaign where closed_at is null and first_day <= ?
            order by id for update skip locked
            """,
            row -> row.id(1),
            today());
    open.forEach(this::count);
    return open.size();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  @Requirement("R93.3")
  private void count(UUID id) {
    var standing =
        sql.one(
            "select counted_to, replanned from market_campaign where id = ?",
            row -> new Standing(row.dateOrNull(1), row.flag(2)),
            id);
    var before = stored(id);
    var counted = counted(id);
    var changed = new ArrayList<@Nullable Object[]>();
    var shifts = new ArrayList<@Nullable Object[]>();
    for (var cell : union(before, counted)) {
      var was = before.getOrDefault(cell, 0L);
      var now = counted.getOrDefault(cell, 0L);
      if (was.equals(now)) {
        continue;
      }
      changed.add(new Object[] {id, cell.area(), cell.figure(), cell.day(), now});
      var to = standing.countedTo();
      if (to != null && !cell.day().isAfter(to)) {
        var reason = standing.replanned() ? "RULE" : "LATE";
        shifts.add(
            new Object[] {
              id, cell.area(), cell.figure(), cell.day(), reason, was, now, clock.instant()
            });
      }
    }
    sql.batch(
        """
        insert into market_campaign_day (campaign_id, area_code, figure, day, value)
        values (?, ?, ?, ?, ?)
        on conflict (campaign_id, figure, area_code, day) do update set value = excluded.value
        """,
        changed);
    sql.batch(
        """
        insert into market_campaign_shift (campaign_id, area_code, figure, day, reason, was, now,
          at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        shifts);
    // Today is not over: what is still to come today is not late.
    sql.update(
        """
        update market_campaign set counted_to = ?, counted_at = ?, replanned = false where id = ?
        """,
        today().minusDays(1),
        clock.instant(),
        id);
  }

  private static List<Cell> union(Map<Cell, Long> before, Map<Cell, Long> counted) {
    var cells = new ArrayList<>(before.keySet());
    counted.keySet().stream().filter(cell -> !before.containsKey(cell)).forEach(cells::add);
    return cells;
  }

  private Map<Cell, Long> stored(UUID id) {
    var stored = new HashMap<Cell, Long>();
    sql.list(
        "select area_code, figure, day, value from market_campaign_day where campaign_id = ?",
        row -> stored.put(new Cell(row.text(1), row.text(2), row.date(3)), row.number(4)),
        id);
    return stored;
  }

  private Map<Cell, Long> counted(UUID id) {
    var bounds = Bounds.at(sql, id);
    var counted = new HashMap<Cell, Long>();
    sql.list(
        CountedRecords.BELONGING
            + "select part, figure, day, sum(amount)::bigint from belonging group by 1, 2, 3",
        row -> counted.put(new Cell(row.text(1), row.text(2), row.date(3)), row.number(4)),
        id,
        id,
        "",
        "",
        bounds.first(),
        bounds.last(),
        bounds.path(),
        bounds.matterNames(),
        bounds.matterNames(),
        bounds.goodsWords(),
        bounds.goodsWords());
    return counted;
  }
}
