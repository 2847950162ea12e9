package firstline.market.quote;

import firstline.market.surge.Level;
import firstline.market.surge.Rung;
import firstline.market.surge.Signal;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import jakarta.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Raises alerts, or prolongs those that stand. */
final class AlertLedger {
  private record Key(Quote.Series series, Rung rung) {}

  private static final class Alert {
    final UUID id;
    final boolean isOpen;
    final boolean isNew;
    Level level;
    LocalDate day;
    LocalDate until;
    int days;
    String evidence;
    boolean isChanged;

    Alert(
        UUID id,
        boolean isOpen,
        boolean isNew,
        Level level,
        LocalDate day,
        LocalDate until,
        int days,
        String evidence) {
      this.id = id;
      this.isOpen = isOpen;
      this.isNew = isNew;
      this.level = level;
      this.day = day;
      this.until = until;
      this.days = days;
      this.evidence = evidence;
    }

    boolean covers(LocalDate one) {
      return !one.isBefore(day) && !one.isAfter(until);
    }

    /** True if the day comes so soon before or after it that it is the same rise. */
    boolean reaches(LocalDate one, int pause) {
      return !one.isBefore(day.minusDays(pause)) && !one.isAfter(until.plusDays(pause));
    }

    void prolong(LocalDate one, Signal signal) {
      if (one.isBefore(day)) {
        // The first day is the day of the alert, also when its quote comes late.
        day = one;
        evidence = json(signal);
      } else {
        until = one;
      }
      days++;
      level = signal.level().compareTo(level) > 0 ? signal.level() : level;
      isChanged = true;
    }
  }

  private final Sql sql;

  AlertLedger(Sql sql) {
    this.sql = sql;
  }

  /** So many days without a signal end a rise; the next signal is a new one. */
  static int pause(Rung rung) {
    return switch (rung) {
      case DAILY, PEERS -> 7;
      case MARGIN -> 31;
      case MONTHLY -> 45;
    };
  }

  @Requirement("R87.4")
  void raise(Given given, List<WatchPrices.Fired> fired, Instant now) {
    if (fired.isEmpty()) {
      return;
    }
    var alerts = standing(given);
    var sorted = new ArrayList<>(fired);
    sorted.sort(Comparator.comparing(WatchPrices.Fired::day));
    for (var one : sorted) {
      var key = new Key(one.series(), one.signal().rung());
      take(alerts.computeIfAbsent(key, none -> new ArrayList<>()), one);
    }
    write(alerts, now);
  }

  private static void take(List<Alert> alerts, WatchPrices.Fired one) {
    if (alerts.stream().anyMatch(alert -> alert.covers(one.day()))) {
      return;
    }
    var pause = pause(one.signal().rung());
    var same = alerts.stream().filter(alert -> alert.isOpen && alert.reaches(one.day(), pause));
    same.findFirst()
        .ifPresentOrElse(
            alert -> alert.prolong(one.day(), one.signal()),
            () ->
                alerts.add(
                    new Alert(
                        Ids.next(),
                        true,
                        true,
                        one.signal().level(),
                        one.day(),
                        one.day(),
                        1,
                        json(one.signal()))));
  }

  private static String json(Signal signal) {
    var figures = Json.createObjectBuilder();
    signal.evidence().forEach(figures::add);
    return figures.build().toString();
  }

  private Map<Key, List<Alert>> standing(Given given) {
    var alerts = new HashMap<Key, List<Alert>>();
    sql.list(
        """
        select a.point_id, a.goods_id, a.rung, a.id, a.state, a.level, a.day, a.until, a.days,
          a.evidence
        from unnest(?::uuid[], ?::uuid[]) as g (point_id, goods_id)
          join price_alert a on a.point_id = g.point_id and a.goods_id = g.goods_id
        order by a.day for update of a
        """,
        row ->
            alerts
                .computeIfAbsent(
                    new Key(new Quote.Series(row.id(1), row.id(2)), Rung.valueOf(row.text(3))),
                    none -> new ArrayList<>())
                .add(
                    new Alert(
                        row.id(4),
                        !AlertState.valueOf(row.text(5)).isEnd(),
                        false,
                        Level.valueOf(row.text(6)),
                        row.date(7),
                        row.date(8),
                        row.integer(9),
                        row.text(10))),
        given.points(),
        given.goods());
    return alerts;
  }

  private void write(Map<Key, List<Alert>> alerts, Instant now) {
    var added = new ArrayList<Object[]>();
    var changed = new ArrayList<Object[]>();
    alerts.forEach(
        (key, all) -> {
          for (var alert : all) {
            if (alert.isNew) {
              added.add(
                  new Object[] {
                    alert.id,
                    key.series().point(),
                    key.series().goods(),
                    key.rung().name(),
                    alert.level.name(),
                    alert.day,
                    alert.until,
                    alert.days,
                    alert.evidence,
                    now
                  });
            } else if (alert.isChanged) {
              changed.add(
                  new Object[] {
                    alert.level.name(), alert.day, alert.until, alert.days, alert.evidence, alert.id
                  });
            }
          }
        });
    sql.batch(
        """
        insert into price_alert (id, point_id, goods_id, rung, level, day, until, days, evidence,
          state, raised_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'RAISED', ?) on conflict do nothing
        """,
        added);
    sql.batch(
        "update price_alert set level = ?, day = ?, until = ?, days = ?, evidence = ? where id = ?",
        changed);
  }
}
