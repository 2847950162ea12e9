package firstline.broadcast.faults;

import firstline.broadcast.TestCity;
import firstline.broadcast.quiet.Span;
import firstline.broadcast.signature.Ed25519;
import firstline.broadcast.signature.ServerKey;
import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.database.Sql;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * A city's speakers, a server and a database in compressed time, and what goes wrong with them.
 * Whatever happens, the tables must say in the end what the speakers wrote down, and nothing else.
 */
final class FaultRun {
  /** What happens at a moment of the run, besides what speakers do. */
  record Mishap(long at, LongConsumer what) {}

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int AT_ONE_PLACE = 10;
  private static final int DAYS_OF_QUIET = 60;

  final Observed observed = new Observed();
  final Random random;
  final TestCity city;
  private final Sql kept;
  private final Sql sql;
  private final PriorityQueue<Simulated> speakers = new PriorityQueue<>();
  private final List<Simulated> all = new ArrayList<>();
  private final Map<String, Long> numbers = new LinkedHashMap<>();
  private final String digits;
  private long now;

  /**
   * A city without speakers.
   *
   * @param kept statements over connections that are kept
   * @param fresh statements over new connections: the kept ones end with the database
   */
  FaultRun(Sql kept, Sql fresh, String digits, long seed, Instant start) {
    this.kept = kept;
    sql = fresh;
    this.digits = digits;
    random = new Random(seed);
    city = TestCity.found(fresh, digits);
    now = start.toEpochMilli();
  }

  long now() {
    return now;
  }

  List<Simulated> speakers() {
    return all;
  }

  /** Hangs up and enrols so many speakers, ten in a village. */
  void enrol(int count) throws IOException {
    var server = new ServerKey(Office.SECRET);
    for (int i = 0; i < count; i++) {
      var village = village(i);
      if (i % AT_ONE_PLACE == 0) {
        city.area(city.code(), village, "VILLAGE");
      }
      var speaker = new Simulated("F" + digits + '-' + i, observed, random);
      var audience = new TestCity(kept, city.code(), city.department()).audience(village);
      long number =
          kept.list(
                  """
                  with s as (insert into speaker (id, version, area_code, serial, place, channel,
                      audience_id, state, public_key, registered_at, enrolled_at)
                    values (?, 1, ?, ?, '村委会', 'IP', ?, 'ENROLLED', ?, ?, ?) returning no),
                  y as (insert into speaker_stay (speaker_no, audience_id, since)
                    select no, ?, ? from s returning 1)
                  select no from s where exists (select 1 from y)
                  """,
                  row -> row.number(1),
                  UUID.randomUUID(),
                  village,
                  speaker.serial,
                  audience,
                  Ed25519.bytes(speaker.key.publicKey()).orElseThrow(),
                  instant(),
                  instant(),
                  audience,
                  instant())
              .get(0);
      numbers.put(speaker.serial, number);
      speaker.assign(
          server.signed(
              Map.of(
                  "serial",
                  speaker.serial,
                  "area",
                  village,
                  "groups",
                  List.of(),
                  "audience",
                  audience.toString(),
                  "version",
                  1,
                  "volume",
                  70,
                  "serverKey",
                  server.publicKey(),
                  "poll",
                  900_000)));
      speaker.next = now + i;
      all.add(speaker);
      speakers.add(speaker);
    }
  }

  private String village(int speaker) {
    return digits + "001" + String.format(java.util.Locale.ROOT, "%03d", speaker / AT_ONE_PLACE);
  }

  private Instant instant() {
    return Instant.ofEpochMilli(now);
  }

  /** A routine for the place, at that minute of those hours. */
  UUID routine(String area, String hours, int minute) {
    var id =
        city.schedule(
            city.code(),
            "ROUTINE",
            0,
            local()
                .withMinute(minute)
                .withSecond(0)
                .withNano(0)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
            "FREQ=DAILY;BYHOUR=" + hours,
            instant());
    city.target(id, true, "AREA", area);
    changed();
    return id;
  }

  /**
   * Quiet each day in the village, or in all of them, from now on for the time of the run.
   *
   * @param time of the day in China, {@code 22:00}
   */
  void quiet(String area, String time, int minutes) {
    var first = local().toLocalDate().minusDays(1).atTime(java.time.LocalTime.parse(time));
    sql.update(
        """
        insert into quiet_window (id, area_code, kind, title, dtstart, rrule, length, set_at)
        values (?, ?, 'OTHER', '安静', ?, 'FREQ=DAILY', ?, ?)
        """,
        UUID.randomUUID(),
        area,
        first.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
        minutes,
        instant());
    changed();
    var spans = new ArrayList<Span>();
    for (int day = 0; day < DAYS_OF_QUIET; day++) {
      var from = first.plusDays(day).atZone(CHINA).toInstant().toEpochMilli();
      spans.add(new Span(from, from + minutes * 60_000L));
    }
    for (int i = 0; i < all.size(); i++) {
      if (area.equals(city.code()) || area.equals(village(i))) {
        var speaker = all.get(i);
        speaker.quiet = Span.merged(Stream.concat(speaker.quiet.stream(), spans.stream()).toList());
      }
    }
  }

  /** No more routine a day for each village. */
  void budget(int minutes) {
    sql.update(
        "insert into noise_budget (id, area_code, minutes, set_at) values (?, ?, ?, ?)",
        UUID.randomUUID(),
        city.code(),
        minutes,
        instant());
    changed();
  }

  /** An emergency for all; whoever orders it tries again while the database is away. */
  void emergency() {
    for (int tries = 0; tries < 100; tries++) {
      try {
        order();
        return;
      } catch (DatabaseFailure e) {
        LockSupport.parkNanos(200_000_000);
      }
    }
  }

  private void order() {
    var id =
        city.schedule(
            city.code(),
            "EMERGENCY",
            1,
            local()
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
            "",
            instant());
    city.target(id, true, "AREA", city.code());
    changed();
  }

  private LocalDateTime local() {
    return LocalDateTime.ofInstant(instant(), CHINA);
  }

  void withdraw(UUID schedule) {
    try {
      city.withdraw(schedule, instant());
      changed();
    } catch (DatabaseFailure e) {
      LockSupport.parkNanos(5_000_000_000L);
      city.withdraw(schedule, instant());
      changed();
    }
  }

  private void changed() {
    sql.update("update broadcast_change set counter = counter + 1");
  }

  /** Somebody of the speakers, drawn; taken out of the queue and put back where it belongs. */
  void anybody(java.util.function.Consumer<Simulated> what) {
    var one = all.get(random.nextInt(all.size()));
    speakers.remove(one);
    what.accept(one);
    speakers.add(one);
  }

  /** Moments between now and then. */
  List<Mishap> drawn(int count, Duration within, LongConsumer what) {
    var mishaps = new ArrayList<Mishap>();
    for (int i = 0; i < count; i++) {
      mishaps.add(new Mishap(now + random.nextLong(within.toMillis()), what));
    }
    return mishaps;
  }

  /** Lets that time pass. */
  void pass(Duration time, Door door, double loss, List<Mishap> mishaps) {
    var coming = new PriorityQueue<Mishap>(java.util.Comparator.comparingLong(Mishap::at));
    coming.addAll(mishaps);
    long end = now + time.toMillis();
    while (true) {
      long next = Math.min(speakers.element().next, end);
      if (!coming.isEmpty() && coming.element().at() <= next) {
        var mishap = coming.remove();
        now = Math.max(now, mishap.at());
        mishap.what().accept(now);
        continue;
      }
      now = Math.max(now, next);
      if (now >= end) {
        return;
      }
      var speaker = speakers.remove();
      speaker.turn(now, door, loss);
      speakers.add(speaker);
    }
  }

  /** True if every speaker is on and has handed in all that it has. */
  boolean isHandedIn() {
    return all.stream().allMatch(speaker -> speaker.waiting() == 0);
  }

  /** What the tables say, against what was seen; each figure under its name. */
  Map<String, Long> verdict() {
    var figures = new LinkedHashMap<String, Long>();
    var ids = numbers.values().stream().map(String::valueOf).toArray(String[]::new);
    var stored = new HashSet<String>();
    sql.list(
        """
        select s.serial || ' ' || r.journal || ' ' || r.sequence from receipt r
          join speaker s on s.no = r.speaker_no where s.no = any (?::text[]::bigint[])
        """,
        row -> stored.add(row.text(1)),
        (Object) ids);
    figures.put("records written", (long) observed.written.size());
    figures.put(
        "records lost", observed.written.stream().filter(one -> !stored.contains(one)).count());
    figures.put(
        "second ends and unplanned",
        sql.one(
            """
            select count(*) from speaker_fault where code in ('SECOND_END', 'UNPLANNED')
              and speaker_no = any (?::text[]::bigint[])
            """,
            row -> row.number(1),
            (Object) ids));
    figures.put(
        "plays begun twice",
        sql.one(
            """
            select count(*) from (select 1 from receipt where event = 'STARTED'
              and speaker_no = any (?::text[]::bigint[])
              group by speaker_no, play_no having count(*) > 1) twice
            """,
            row -> row.number(1),
            (Object) ids));
    figures.put("stray ends", strayEnds(ids));
    quietAndBudget(ids, figures);
    ends(ids, figures);
    figures.put("broken rules seen", (long) observed.wrongs.size());
    return figures;
  }

  /** That windows and budgets were there to be broken, and that no minute too many was heard. */
  private void quietAndBudget(String[] ids, Map<String, Long> figures) {
    record Left(long out, long heard) {}
    figures.put(
        "skipped to be quiet",
        sql.one(
            """
            select count(*) from play_end
            where reason = 'QUIET' and speaker_no = any (?::text[]::bigint[])
            """,
            row -> row.number(1),
            (Object) ids));
    var left =
        sql.one(
            """
            select count(distinct (s.no, b.play_no)), count(r.event)
            from play_over_budget b join speaker s on s.audience_id = b.audience_id
              left join receipt r on r.speaker_no = s.no and r.play_no = b.play_no
                and r.event = 'STARTED'
            where s.no = any (?::text[]::bigint[])
            """,
            row -> new Left(row.number(1), row.number(2)),
            (Object) ids);
    figures.put("left out for want of minutes", left.out());
    figures.put("left out and heard", left.heard());
  }

  /** Ends of plays that the speaker was not to play, unless they were withdrawn. */
  private long strayEnds(String[] ids) {
    return sql.one(
        """
        select count(*) from play_end e join occurrence o on o.no = e.play_no
        where e.speaker_no = any (?::text[]::bigint[]) and o.withdrawn_at is null and not exists (
          select 1 from planned_play p where p.play_no = e.play_no and p.speaker_no = e.speaker_no)
        """,
        row -> row.number(1),
        (Object) ids);
  }

  /** The identity: planned = the sum of the ends + unknown, over all that is over. */
  private void ends(String[] ids, Map<String, Long> figures) {
    record Line(String end, String held) {}
    var lines =
        sql.list(
            """
            select coalesce(e.event, 'UNKNOWN'), s.serial || ' ' || p.play_no
            from planned_play p join speaker s on s.no = p.speaker_no
              join schedule c on c.id = p.schedule_id
              left join play_end e on e.start = p.start and e.play_no = p.play_no
                and e.speaker_no = p.speaker_no
            where p.speaker_no = any (?::text[]::bigint[])
              and p.start + c.slot * interval '1 millisecond' < ?
            """,
            row -> new Line(row.text(1), row.text(2)),
            ids,
            instant().minus(Duration.ofMinutes(5)));
    figures.put("planned plays", (long) lines.size());
    for (var end :
        List.of("FINISHED", "PRE_EMPTED", "SKIPPED", "FAILED", "INTERRUPTED", "UNKNOWN")) {
      figures.put(end, lines.stream().filter(line -> line.end().equals(end)).count());
    }
    figures.put(
        "unknown though held",
        lines.stream()
            .filter(line -> line.end().equals("UNKNOWN") && observed.held.contains(line.held()))
            .count());
  }
}
