package firstline.rumour.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.rumour.RumourRights;
import firstline.rumour.rumour.BoardQueriesOf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures against the same counted by hand from the same facts. */
class FiguresAreCountedTest {
  private static final String CITY = "970000000000";
  private static final String COUNTY = "970100000000";
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final FigureQueries.Span SPAN =
      new FigureQueries.Span(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), "");
  private static final UUID OFFICER = UUID.fromString("00000000-0000-7000-8000-0000000cccc1");

  private static final List<Long> WHOLE = new ArrayList<>();
  private static final List<Long> QUEUE = new ArrayList<>();

  @BeforeAll
  static void rumours() {
    var sql = TestDatabase.owner();
    sql.update(
        """
        insert into area (code, parent, level, name, path) values
          ('970000000000', null, 'CITY', '丙市', '970000000000/'),
          ('970100000000', '970000000000', 'COUNTY', '丙县', '970000000000/970100000000/')
        """);
    sql.update(
        """
        insert into department (id, version, code, name, area_code) values
          ('00000000-0000-7000-8000-0000000cccc0', 1, 'FIG', '丙部', '970000000000')
        """);
    sql.update(
        """
        insert into officer (id, version, username, name, department_id, area_code, created_at)
        values (?, 1, 'fig', '丙', '00000000-0000-7000-8000-0000000cccc0', '970000000000', now())
        """,
        OFFICER);
    var random = new Random(20260301);
    for (var i = 0; i < 60; i++) {
      answered(sql, i, random);
    }
    open(sql);
  }

  /** One that waited, was verified, waited for its second person, and was answered. */
  private static void answered(Sql sql, int i, Random random) {
    var id = UUID.randomUUID();
    var received = START.plus(Duration.ofHours(8L * i));
    var waited = random.nextInt(20_000);
    var verified = random.nextInt(90_000);
    var second = random.nextInt(9_000);
    var written = random.nextInt(30_000);
    var firstPublic = received.plusSeconds(waited + verified + second + written);
    sql.update(
        """
        insert into rumour (id, version, area_code, department_id, department_name, number, title,
          topic, state, changed_at, received_at, opened_at, first_public_at)
        values (?, 1, ?, '00000000-0000-7000-8000-0000000cccc0', '丙部', ?, '传言', ?, 'REBUTTED',
          ?, ?, ?, ?)
        """,
        id,
        i % 3 == 0 ? COUNTY : CITY,
        "FIG-" + i,
        i % 2 == 0 ? "health" : "",
        firstPublic,
        received,
        received,
        firstPublic);
    step(sql, id, "OPEN", received);
    step(sql, id, "VERIFYING", received.plusSeconds(waited));
    step(sql, id, "VERDICT_PROPOSED", received.plusSeconds(waited + verified));
    step(sql, id, "REBUTTING", received.plusSeconds(waited + verified + second));
    step(sql, id, "REBUTTED", firstPublic);
    WHOLE.add((long) waited + verified + second + written);
    QUEUE.add((long) waited + second);
  }

  private static void step(Sql sql, UUID rumour, String state, Instant at) {
    sql.update(
        """
        insert into rumour_step (id, rumour_id, verb, state, at, officer_id, officer_name,
          department_name) values (gen_random_uuid(), ?, 'TAKEN_UP', ?, ?, ?, '丙', '丙部')
        """,
        rumour,
        state,
        at,
        OFFICER);
  }

  /** Three in hand, one of them late. */
  private static void open(Sql sql) {
    for (var state : List.of("OPEN", "VERIFYING", "RESURFACED")) {
      sql.update(
          """
          insert into rumour (id, version, area_code, department_id, department_name, number, title,
            state, changed_at, received_at, opened_at, due_at)
          values (gen_random_uuid(), 1, '970000000000', '00000000-0000-7000-8000-0000000cccc0',
            '丙部', ?, '在办', ?, now(), now(), now(),
            case when ?::text = 'OPEN' then now() - interval '1 hour' end)
          """,
          "FIG-" + state,
          state,
          state);
    }
  }

  @Test
  @Requirement("R9.11")
  void speedIsWhatTheClocksSay() {
    var speed = queries("970000000000/").speed(SPAN);
    assertEquals(60, speed.answered());
    near(quantile(WHOLE, 0.5), speed.median());
    near(quantile(WHOLE, 0.9), speed.p90());
    near(quantile(QUEUE, 0.5), speed.queue());
    var fast = WHOLE.stream().filter(seconds -> seconds <= 24 * 3600).count() / 60.0;
    assertEquals(fast, speed.within24(), 1e-9);
    assertEquals(true, speed.within5() <= speed.within24() && speed.within24() <= speed.within48());
  }

  @Test
  @Requirement({"R9.11", "R6.1"})
  void aCountySeesItsOwn() {
    assertEquals(20, queries("970000000000/970100000000/").speed(SPAN).answered());
    assertEquals(0, queries("no/").speed(SPAN).answered());
    assertEquals(null, queries("no/").speed(SPAN).median());
    var narrowed = new FigureQueries.Span(SPAN.from(), SPAN.to(), COUNTY);
    assertEquals(20, queries("970000000000/").speed(narrowed).answered());
  }

  @Test
  @Requirement("R9.11")
  void groupsAndDaysAddUp() {
    var queries = queries("970000000000/");
    for (var by : FigureQueries.By.values()) {
      assertEquals(
          60, queries.groups(SPAN, by).stream().mapToLong(FigureQueries.Group::answered).sum());
    }
    assertEquals(
        List.of("丙市", "丙县"),
        queries.groups(SPAN, FigureQueries.By.AREA).stream()
            .map(FigureQueries.Group::name)
            .toList());
    var days = queries.days(SPAN);
    assertEquals(31, days.size());
    assertEquals(60, days.stream().mapToLong(FigureQueries.Day::answers).sum());
  }

  @Test
  @Requirement({"R9.11", "R6.1"})
  void theBoardCountsWhatIsInHand() {
    var lanes = BoardQueriesOf.lanes(TestDatabase.sql(), desk("970000000000/"));
    assertEquals(
        List.of(1L, 1L, 0L, 0L, 0L, 1L), lanes.stream().map(lane -> lane.count()).toList());
    assertEquals(1, lanes.get(0).late());
    assertEquals(
        0,
        BoardQueriesOf.lanes(TestDatabase.sql(), desk("no/")).stream()
            .mapToLong(lane -> lane.count())
            .sum());
  }

  private static long quantile(List<Long> values, double share) {
    var sorted =
        LongStream.concat(LongStream.empty(), values.stream().mapToLong(v -> v)).sorted().toArray();
    var place = share * (sorted.length - 1);
    var low = (int) Math.floor(place);
    var high = Math.min(sorted.length - 1, low + 1);
    return Math.round(sorted[low] + (place - low) * (sorted[high] - sorted[low]));
  }

  private static void near(long seconds, Duration duration) {
    assertEquals(seconds, duration.toSeconds(), 1);
  }

  private static FigureQueries queries(String path) {
    return new FigureQueries(TestDatabase.sql(), desk(path));
  }

  private static Desk desk(String path) {
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            OFFICER,
            "fig",
            "丙",
            UUID.randomUUID(),
            "丙部",
            "C",
            CITY,
            "丙市",
            "zh",
            List.of(new OfficerOnDuty.Grant(RumourRights.READ, path)),
            null));
    desk.begin(RumourRights.READ);
    return desk;
  }
}
