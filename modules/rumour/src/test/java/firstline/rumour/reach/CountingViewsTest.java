package firstline.rumour.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.publication.PageServed;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.rumour.published.SomethingPublic;
import firstline.testkit.clock.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CountingViewsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private final MutableClock clock = MutableClock.at(Instant.parse("2026-05-01T15:59:00Z"));
  private final ViewFigures figures =
      new ViewFigures(TestDatabase.sql(), new Indicators(TestDatabase.sql(), new Desk()));
  private final ViewCount count = new ViewCount(TestDatabase.sql(), figures, clock);

  @Test
  @Requirement({"R8.13", "R8.14"})
  void viewsAreCountedByPageAndDayAndWrittenDownInBatches() throws Exception {
    var something = new SomethingPublic(TestDatabase.owner(), "95");
    var one = something.publish("2021-0001", something.city, "FALSE", "事实", "传言", clock.instant());
    var other =
        something.publish("2021-0002", something.county, "FALSE", "事实", "传言", clock.instant());
    var readers = Executors.newFixedThreadPool(8);
    var ready = new CountDownLatch(8);
    for (var reader = 0; reader < 8; reader++) {
      readers.submit(
          () -> {
            ready.countDown();
            ready.await();
            for (var i = 0; i < 500; i++) {
              count.count(new PageServed("/rumours/2021-0001"));
              if (i % 100 == 0) {
                count.flush();
              }
            }
            return null;
          });
    }
    readers.shutdown();
    readers.awaitTermination(30, TimeUnit.SECONDS);
    count.count(new PageServed("/rumours/2021-0002"));
    // No page of a rebuttal, or none that there is.
    count.count(new PageServed("/rumours"));
    count.count(new PageServed("/rumours/2021-0001/versions/1"));
    count.count(new PageServed("/rumours/2021-9999"));
    // Midnight in China.
    clock.move(Duration.ofMinutes(2));
    count.count(new PageServed("/rumours/2021-0002"));
    count.flush();
    assertEquals(4_000, views(one, DAY));
    assertEquals(1, views(other, DAY));
    assertEquals(1, views(other, DAY.plusDays(1)));
    figures.total(DAY);
    figures.total(DAY);
    assertEquals(4_000, indicator(something.city));
    assertEquals(1, indicator(something.county));
  }

  private static long views(UUID rebuttal, LocalDate day) {
    return TestDatabase.sql()
        .one(
            "select views from rumour_view where rebuttal_id = ? and day = ?",
            row -> row.number(1),
            rebuttal,
            day);
  }

  private static long indicator(String area) {
    return TestDatabase.sql()
        .one(
            "select value from indicator where key = 'rumour.views' and area_code = ? and day = ?",
            row -> row.number(1),
            area,
            DAY);
  }
}
