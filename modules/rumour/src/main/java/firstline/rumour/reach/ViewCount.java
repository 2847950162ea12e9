package firstline.rumour.reach;

import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.database.Sql;
import firstline.persistence.publication.PageServed;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.Clocks;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.ClockworkStops;
import firstline.persistence.time.Duty;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Counts how often each rebuttal's page is shown, a day: in memory, written down every ten seconds
 * and when the server stops in order. What a crash takes along is ten seconds of a figure.
 *
 * <p>Like the throttle's, its counts are nobody's deed: they leave no audit row.
 */
@ApplicationScoped
class ViewCount {
  private static final Pattern PAGE = Pattern.compile("/rumours/([0-9]{4}-[0-9]{4,9})");
  private static final int SECONDS = 10;
  private static final int MINUTES = 10;

  private record Key(String number, LocalDate day) {}

  private final Map<Key, Long> counts = new ConcurrentHashMap<>();

  /** Days whose figures of the areas are behind. */
  private final TreeSet<LocalDate> behind = new TreeSet<>();

  @Inject private Sql sql;
  @Inject private ViewFigures figures;
  @Inject private ServerDesk server;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  ViewCount() {}

  /** For tests without a server. */
  @SuppressWarnings("NullAway.Init")
  ViewCount(Sql sql, ViewFigures figures, Clock clock) {
    this.sql = sql;
    this.figures = figures;
    this.clock = clock;
  }

  @Requirement("R8.13")
  void count(@Observes PageServed page) {
    var number = PAGE.matcher(page.path());
    if (number.matches()) {
      var day = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
      counts.merge(new Key(number.group(1), day), 1L, Long::sum);
    }
  }

  void start(@Observes ClockworkStarted event) {
    event
        .executor()
        .scheduleAtFixedRate(
            Duty.of("rumour-views", this::flush), SECONDS, SECONDS, TimeUnit.SECONDS);
    event
        .executor()
        .scheduleAtFixedRate(
            Duty.of("rumour-view-figures", this::total), 1, MINUTES, TimeUnit.MINUTES);
  }

  /** Before the last anchor of the audit. */
  void stop(@Observes @Priority(2000) ClockworkStops event) {
    Duty.of("rumour-views", this::flush).run();
    Duty.of("rumour-view-figures", this::total).run();
  }

  /** Writes down what was counted since the last time. */
  @Requirement("R8.14")
  synchronized void flush() {
    var taken = new ArrayList<Map.Entry<Key, Long>>();
    for (var key : counts.keySet()) {
      var views = counts.remove(key);
      if (views != null) {
        taken.add(Map.entry(key, views));
      }
    }
    if (taken.isEmpty()) {
      return;
    }
    try {
      write(taken);
    } catch (DatabaseFailure e) {
      taken.forEach(entry -> counts.merge(entry.getKey(), entry.getValue(), Long::sum));
      throw e;
    }
    taken.forEach(entry -> behind.add(entry.getKey().day()));
  }

  /** One statement, which is a transaction of its own: at a stop the server has none to give. */
  private void write(List<Map.Entry<Key, Long>> taken) {
    sql.update(
        """
        insert into rumour_view (rebuttal_id, day, views)
        select r.id, t.day::date, t.views::bigint
        from unnest(?::text[], ?::text[], ?::text[]) as t (number, day, views)
        join rebuttal r on r.number = t.number
        order by r.id, t.day
        on conflict (rebuttal_id, day) do update set views = rumour_view.views + excluded.views
        """,
        texts(taken, entry -> entry.getKey().number()),
        texts(taken, entry -> entry.getKey().day().toString()),
        texts(taken, entry -> entry.getValue().toString()));
  }

  private static String[] texts(
      List<Map.Entry<Key, Long>> taken, Function<Map.Entry<Key, Long>, String> part) {
    return taken.stream().map(part).toArray(String[]::new);
  }

  /** Brings the figures of the areas up to what is written down. */
  @Requirement("R8.14")
  synchronized void total() {
    while (!behind.isEmpty()) {
      var day = behind.first();
      server.as("rumour-views", () -> figures.total(day));
      behind.remove(day);
    }
  }
}
