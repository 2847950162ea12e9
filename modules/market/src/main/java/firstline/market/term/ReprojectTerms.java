package firstline.market.term;

import firstline.market.clock.DayTable;
import firstline.market.clock.Moment;
import firstline.market.clock.TermEvent;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Projects every open term anew whose calendar or rules are others now. */
@ApplicationScoped
public class ReprojectTerms {
  private static final int CHUNK = 10_000;

  /** A term that was counted by something older. */
  private record Stale(UUID id, int version, String rule, Moment trigger) {}

  @Inject private Sql sql;
  @Inject private Calendars calendars;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ReprojectTerms() {}

  /** For tests without a server. */
  ReprojectTerms(Sql sql, Clock clock) {
    this.sql = sql;
    this.calendars = new Calendars(sql);
    this.clock = clock;
  }

  /**
   * Projects; how many terms it counted anew. What an officer changed in the same moment is left
   * for the next run.
   */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R81.2")
  public int run() {
    var counted = 0;
    for (var group : calendars.groups()) {
      counted += project(group, calendars.of(group.area()));
    }
    return counted;
  }

  private int project(Calendars.Group group, DayTable table) {
    var areas = group.areas().toArray(String[]::new);
    var basis = Projection.basis(table);
    var stale =
        sql.list(
            """
            select id, version, rule, trigger_day, trigger_at from term
            where state = 'OPEN' and basis <> ? and area_code::text = any (?)
            """,
            row ->
                new Stale(
                    row.id(1),
                    row.integer(2),
                    row.text(3),
                    new Moment(row.date(4), row.instantOrNull(5))),
            basis,
            areas);
    if (stale.isEmpty()) {
      return 0;
    }
    var events = events(basis, areas);
    for (var from = 0; from < stale.size(); from += CHUNK) {
      write(stale.subList(from, Math.min(stale.size(), from + CHUNK)), events, table);
    }
    return stale.size();
  }

  private Map<UUID, List<TermEvent>> events(String basis, String[] areas) {
    var events = new HashMap<UUID, List<TermEvent>>();
    sql.list(
        """
        select e.term_id, e.kind, e.day, e.at, e.amount
        from term_event e join term t on t.id = e.term_id
        where t.state = 'OPEN' and t.basis <> ? and t.area_code::text = any (?) order by e.no
        """,
        row ->
            events
                .computeIfAbsent(row.id(1), term -> new ArrayList<>())
                .add(
                    new TermEvent(
                        TermEvent.Kind.valueOf(row.text(2)),
                        new Moment(row.date(3), row.instantOrNull(4)),
                        row.integer(5))),
        basis,
        areas);
    return events;
  }

  private void write(List<Stale> terms, Map<UUID, List<TermEvent>> events, DayTable table) {
    var ends =
        terms.stream()
            .map(
                one ->
                    Projection.of(
                        one.rule(), one.trigger(), events.getOrDefault(one.id(), List.of()), table))
            .toList();
    sql.update(
        """
        with counted as (
          select * from unnest(?::text[]::uuid[], ?::text[]::int[], ?::text[], ?::text[]::date[],
              ?::text[]::timestamptz[], ?::text[]::boolean[], ?::text[]::boolean[])
            counted (id, version, law_version, due, ends_at, provisional, standing)),
        old as (
          select t.id, t.due, t.provisional, t.law_version, t.basis
          from term t join counted c on c.id = t.id and c.version = t.version),
        written as (
          update term t set law_version = c.law_version, due = c.due, ends_at = c.ends_at,
            provisional = c.provisional, standing = c.standing, basis = ?, version = t.version + 1
          from counted c where c.id = t.id and c.version = t.version and t.state = 'OPEN'
          returning t.id, t.due, t.provisional, t.law_version, t.basis)
        insert into term_shift (term_id, at, reason, old_due, new_due, old_provisional,
          new_provisional, old_basis, new_basis)
        select w.id, ?, case when w.law_version = o.law_version then 'CALENDAR' else 'LAW' end,
          o.due, w.due, o.provisional, w.provisional, o.basis, w.basis
        from written w join old o on o.id = w.id
        where (o.due, o.provisional, o.law_version) <> (w.due, w.provisional, w.law_version)
        """,
        texts(terms, Stale::id),
        texts(terms, Stale::version),
        texts(ends, Projection::lawVersion),
        texts(ends, Projection::due),
        texts(ends, Projection::endsAt),
        texts(ends, Projection::provisional),
        texts(ends, Projection::standing),
        Projection.basis(table),
        clock.instant());
  }

  private static <T> String[] texts(List<T> all, Function<T, Object> part) {
    return all.stream().map(one -> part.apply(one).toString()).toArray(String[]::new);
  }
}
