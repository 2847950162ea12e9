package firstline.broadcast.calendar;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** What an area hears, as officers plan it: approved plays, and drafts of their own areas. */
@ApplicationScoped
public class WeekQueries {
  private static final int DAYS = 7;

  /** A week, or a day of it, of an area. */
  public record Planned(Place place, List<WorkingDays.Day> days, List<Airing> airings) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private WorkingCalendar calendar;

  @SuppressWarnings("NullAway.Init")
  protected WeekQueries() {}

  /** For tests without a server. */
  WeekQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
    this.calendar = new WorkingCalendar(sql);
  }

  /**
   * Every play of the seven days from the first on that any place of the area hears.
   *
   * @param kind empty for all
   * @throws firstline.persistence.refusal.NotFound if the area is none of the officer's
   */
  @Allows(right = READ, reads = true)
  @Requirement("R44.1")
  public Planned week(String area, LocalDate first, String kind) {
    return planned(area, first, DAYS, kind);
  }

  /** Every play of the day. */
  @Allows(right = READ, reads = true)
  @Requirement("R44.2")
  public Planned day(String area, LocalDate day) {
    return planned(area, day, 1, "");
  }

  private Planned planned(String area, LocalDate first, int days, String kind) {
    var mine = desk.scope().patterns();
    var place =
        sql.one(
            "select code, name, level, path from area where code = ? and path like any (?)",
            row -> new Place(row.text(1), row.text(2), row.text(3), row.text(4)),
            area,
            mine);
    var from = midnight(first);
    var reaching = new Reaching(sql, calendar);
    var heard =
        reaching.of(place, mine, clock.instant(), from).stream()
            .filter(one -> kind.isBlank() || one.kind().name().equals(kind))
            .toList();
    var working = calendar.of(area);
    return new Planned(
        place,
        IntStream.range(0, days).mapToObj(i -> working.day(first.plusDays(i))).toList(),
        reaching.airings(heard, from, midnight(first.plusDays(days))));
  }

  private static Instant midnight(LocalDate date) {
    return date.atStartOfDay(Clocks.ZONE).toInstant();
  }
}
