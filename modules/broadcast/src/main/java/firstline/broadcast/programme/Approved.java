package firstline.broadcast.programme;

import firstline.broadcast.media.Sound;
import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Approved schedules, their occurrences and the audiences, as the database has them. */
public final class Approved {
  /** Far away: the schedule holds. */
  private static final Instant HOLDS = Instant.parse("2199-01-01T00:00:00Z");

  private final Sql sql;

  public Approved(Sql sql) {
    this.sql = sql;
  }

  /**
   * A schedule as it is now.
   *
   * @param recorded true once the recording of its text is there, which comes without an officer's
   *     hand and so without another version
   */
  record Version(long number, boolean recorded) {
    /** True if the plan says the same. */
    boolean of(Planned planned) {
      return number == planned.version() && !(recorded && planned.item().media().isEmpty());
    }
  }

  /** Versions of the schedules that can have plays, or withdrawn plays, after the instant. */
  Map<UUID, Version> versions(Instant after) {
    var versions = new HashMap<UUID, Version>();
    sql.list(
        """
        select s.id, s.version, e.media_id is not null
        from schedule s left join spoken_emergency e on e.schedule_id = s.id
        where approved_at is not null and (withdrawn_at is null or withdrawn_at >= ?)
        """,
        row -> versions.put(row.id(1), new Version(row.number(2), row.flag(3))),
        after);
    return versions;
  }

  /** The schedules with these ids; what is damaged is left out, and stops nothing else. */
  @Requirement("R56.1")
  public List<Planned> read(List<UUID> ids) {
    var targets = targets(ids);
    var media = media(ids);
    return sql
        .list(
            """
        select s.id, s.version, s.kind, s.level, s.approved_at, s.withdrawn_at, s.dtstart,
          s.timezone, s.rrule, s.exdates, s.calendar, s.length, s.slot, s.tolerance, s.preemption,
          s.volume, s.repeats, s.pause, i.id, i.tone, i.language, i.text,
          length(a.path) - length(replace(a.path, '/', '')), s.area_code, s.approval,
          coalesce(l.id::text, '')
        from schedule s join item i on i.id = s.item_id join area a on a.code = s.area_code
          left join live_stream l on l.schedule_id = s.id
        where s.id = any (?::text[]::uuid[])
        """,
            row ->
                planned(
                    row,
                    targets.getOrDefault(row.id(1), new Targets()),
                    media.getOrDefault(row.id(1), List.of())),
            (Object) texts(ids))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Planned> planned(Row row, Targets targets, List<Sound> media)
      throws SQLException {
    var when =
        new Recurrence.Text(
            row.text(7), row.text(9), row.text(8), lines(row.text(10)), row.text(11));
    var recurrence = Recurrence.kept(when);
    return recurrence.isEmpty()
        ? Optional.empty()
        : Optional.of(planned(row, recurrence.get(), targets, media));
  }

  private static Planned planned(Row row, Recurrence recurrence, Targets targets, List<Sound> media)
      throws SQLException {
    var kind = Kind.valueOf(row.text(3));
    var withdrawn = row.instantOrNull(6);
    return new Planned(
        row.id(1),
        row.number(2),
        row.text(24),
        kind,
        row.integer(4),
        Rank.of(kind, row.integer(4), row.integer(23) - 1, row.number(25)),
        recurrence,
        new Planned.Item(row.id(19), row.text(20), row.text(21), row.text(22), media, row.text(26)),
        row.number(12),
        row.number(13),
        row.number(14),
        Preemption.valueOf(row.text(15)),
        row.integer(16),
        row.integer(17),
        row.number(18),
        targets.areas,
        targets.groups,
        targets.notAreas,
        targets.notGroups,
        row.instant(5),
        withdrawn == null ? HOLDS : withdrawn);
  }

  private static List<String> lines(String text) {
    return Stream.of(text.split("\n")).filter(line -> !line.isBlank()).toList();
  }

  private static final class Targets {
    final List<String> areas = new ArrayList<>();
    final List<String> groups = new ArrayList<>();
    final List<String> notAreas = new ArrayList<>();
    final List<String> notGroups = new ArrayList<>();

    void add(boolean included, boolean area, String target) {
      (area ? included ? areas : notAreas : included ? groups : notGroups).add(target);
    }
  }

  private Map<UUID, Targets> targets(List<UUID> ids) {
    var targets = new HashMap<UUID, Targets>();
    sql.list(
        """
        select t.schedule_id, t.included, t.kind = 'AREA', coalesce(a.path, t.target)
        from schedule_target t left join area a on t.kind = 'AREA' and a.code = t.target
        where t.schedule_id = any (?::text[]::uuid[]) order by t.target
        """,
        row -> {
          targets
              .computeIfAbsent(row.id(1), id -> new Targets())
              .add(row.flag(2), row.flag(3), row.text(4));
          return 0;
        },
        (Object) texts(ids));
    return targets;
  }

  /** What each of the schedules plays: what was approved, or the recording of its text. */
  @Requirement("R55.2")
  private Map<UUID, List<Sound>> media(List<UUID> ids) {
    var media = new HashMap<UUID, List<Sound>>();
    sql.list(
        """
        select s.id, m.sha256, m.bytes, m.length from schedule s
          join lateral (
            select media_id, position from item_media where item_id = s.item_id
            union all
            select media_id, 1 from spoken_emergency where schedule_id = s.id) i on true
          join media m on m.id = i.media_id
        where s.id = any (?::text[]::uuid[]) order by i.position
        """,
        row ->
            media
                .computeIfAbsent(row.id(1), id -> new ArrayList<>())
                .add(new Sound(row.text(2), row.number(3), Duration.ofMillis(row.number(4)))),
        (Object) texts(ids));
    return media;
  }

  /** Those of the areas whose calendar is another than the nation's, by one statement. */
  public Set<String> withOwnDays(List<String> areas) {
    return Set.copyOf(
        sql.list(
            """
            select a.code from area a where a.code = any (?) and exists (
              select 1 from calendar_overlay o join area u on u.code = o.area_code
              where starts_with(a.path, u.path))
            """,
            row -> row.text(1),
            (Object) areas.toArray(String[]::new)));
  }

  /** Audiences that have a speaker. */
  List<Planned.Place> places() {
    return sql.list(
        """
        select u.id, a.path, u.groups from audience u join area a on a.code = u.area_code
        where exists (select 1 from speaker s where s.audience_id = u.id and s.state = 'ENROLLED')
        """,
        row ->
            new Planned.Place(
                row.id(1),
                row.text(2),
                row.text(3).isEmpty() ? List.of() : Arrays.asList(row.text(3).split(" "))));
  }

  /**
   * The occurrences of the schedules between two instants; those of {@code starts} that are not
   * there yet are made.
   */
  Map<UUID, List<Plays.Occurrence>> occurrences(
      Map<UUID, List<Instant>> starts, Instant from, Instant to) {
    var lines =
        starts.entrySet().stream()
            .flatMap(one -> one.getValue().stream().map(at -> Map.entry(one.getKey(), at)))
            .toList();
    sql.update(
        """
        insert into occurrence (schedule_id, start)
        select id::uuid, to_timestamp(at::numeric / 1000)
        from unnest(?::text[], ?::text[]) as planned (id, at) order by 2, 1
        on conflict (schedule_id, start) do nothing
        """,
        lines.stream().map(one -> one.getKey().toString()).toArray(String[]::new),
        lines.stream()
            .map(one -> Long.toString(one.getValue().toEpochMilli()))
            .toArray(String[]::new));
    // Those that a build made while their schedule was being withdrawn.
    sql.update(
        """
        update occurrence o set withdrawn_at = s.withdrawn_at from schedule s
        where s.id = any (?::text[]::uuid[]) and s.withdrawn_at is not null
          and o.schedule_id = s.id and o.withdrawn_at is null
          and o.start + s.slot * interval '1 millisecond' > s.withdrawn_at
        """,
        (Object) texts(List.copyOf(starts.keySet())));
    new Cuts(sql).silence(List.copyOf(starts.keySet()));
    var occurrences = new LinkedHashMap<UUID, List<Plays.Occurrence>>();
    starts.keySet().forEach(id -> occurrences.put(id, new ArrayList<>()));
    sql.list(
        """
        select schedule_id, no, start, withdrawn_at is not null from occurrence
        where schedule_id = any (?::text[]::uuid[]) and start >= ? and start < ?
        order by start, no
        """,
        row -> {
          var mine = occurrences.get(row.id(1));
          return mine != null
              && mine.add(new Plays.Occurrence(row.number(2), row.instant(3), row.flag(4)));
        },
        texts(List.copyOf(starts.keySet())),
        from,
        to);
    return occurrences;
  }

  static String[] texts(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
