package firstline.broadcast.calendar;

import firstline.broadcast.programme.Cuts;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.recurrence.ReadBack;
import firstline.broadcast.recurrence.Recurrence;
import firstline.broadcast.verse.TextKind;
import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Bundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An area's programme for everybody: approved schedules only. */
@ApplicationScoped
public class PublicProgramme {
  private static final int DAYS = 3;

  /** No officer's drafts. */
  private static final String[] NOBODY = {};

  /** A day's plays. */
  public record Day(LocalDate date, List<Airing> airings) {}

  /** A schedule in words. */
  public record Item(String title, TextKind textKind, String when, String language, String text) {}

  /**
   * What is heard.
   *
   * @param onAir emergencies that sound now
   * @param items what the days' plays say
   */
  public record Programme(List<Airing> onAir, List<Day> days, List<Item> items) {}

  /**
   * An area among others.
   *
   * @param above from the root down, without itself
   * @param below right below it
   */
  public record Around(Place place, List<Place> above, List<Place> below) {}

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private WorkingCalendar calendar;

  @SuppressWarnings("NullAway.Init")
  protected PublicProgramme() {}

  /** For tests without a server. */
  PublicProgramme(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
    this.calendar = new WorkingCalendar(sql);
  }

  /** The area that the whole tree hangs on. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public String root() {
    return sql.one(
        "select code from area where parent is null order by code limit 1", row -> row.text(1));
  }

  /** The area and what is around it; empty if there is none of that code. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public Optional<Around> around(String code) {
    var places =
        sql.list(
            """
            select b.code, b.name, b.level, b.path from area a join area b
              on starts_with(a.path, b.path) or b.parent = a.code
            where a.code = ? order by length(b.path), b.code
            """,
            row -> new Place(row.text(1), row.text(2), row.text(3), row.text(4)),
            code);
    return places.stream()
        .filter(place -> place.code().equals(code))
        .findFirst()
        .map(
            here ->
                new Around(
                    here,
                    places.stream()
                        .filter(place -> place.path().length() < here.path().length())
                        .toList(),
                    places.stream()
                        .filter(place -> place.path().length() > here.path().length())
                        .toList()));
  }

  /** What is heard in the area today and on the days after. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R44.9")
  public Programme programme(Place place, String language) {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, Clocks.ZONE);
    var from = midnight(today);
    var reaching = new Reaching(sql, calendar);
    var heard = reaching.of(place, NOBODY, now, now);
    // An emergency that began yesterday may still sound.
    var airings =
        reaching.airings(heard, from.minus(Duration.ofDays(1)), midnight(today.plusDays(DAYS)));
    var days =
        IntStream.range(0, DAYS)
            .mapToObj(today::plusDays)
            .map(
                date ->
                    new Day(
                        date,
                        airings.stream()
                            .filter(one -> one.kind() != Kind.EMERGENCY)
                            .filter(one -> !one.start().isBefore(midnight(date)))
                            .filter(one -> one.start().isBefore(midnight(date.plusDays(1))))
                            .toList()))
            .toList();
    var saying =
        days.stream()
            .flatMap(day -> day.airings().stream())
            .map(Airing::schedule)
            .collect(Collectors.toSet());
    return new Programme(
        airings.stream()
            .filter(one -> one.kind() == Kind.EMERGENCY)
            .filter(one -> !one.start().isAfter(now) && one.over().isAfter(now))
            .toList(),
        days,
        heard.stream()
            .filter(one -> saying.contains(one.id()))
            .map(
                one ->
                    new Item(
                        one.title(),
                        one.textKind(),
                        ReadBack.of(Recurrence.read(one.when()), language),
                        one.language(),
                        one.text()))
            .toList());
  }

  /** The routine schedules that reach the area, as iCalendar. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R44.8")
  public byte[] iCalendar(Place place, String language) {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, Clocks.ZONE);
    var from = midnight(today);
    var reaching = new Reaching(sql, calendar);
    var heard =
        reaching.of(place, NOBODY, now, now).stream()
            .filter(one -> one.kind() == Kind.ROUTINE)
            .toList();
    return ProgrammeCalendar.of(
        Bundles.words(language, "broadcast.public.title", List.of(place.name())),
        place.name(),
        language,
        heard,
        reaching.starts(heard, from, midnight(today.plusDays(ProgrammeCalendar.DAYS))),
        new Cuts(sql).of(heard.stream().map(Reaching.Heard::id).toList()),
        today);
  }

  private static Instant midnight(LocalDate date) {
    return date.atStartOfDay(Clocks.ZONE).toInstant();
  }
}
