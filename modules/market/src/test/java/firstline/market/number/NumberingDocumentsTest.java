package firstline.market.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberingDocumentsTest {
  private static final int WRITERS = 64;
  private static final int NUMBERS = 10_000;

  private final MutableClock clock = MutableClock.at(Instant.parse("2034-12-31T15:59:59Z"));

  private String next(String word) {
    return TestDatabase.inTransaction(sql -> new DocumentNumbers(sql, clock).next(word));
  }

  @Test
  @Requirement("R85.4")
  void eachYearAndWordHasItsOwnSeriesAndWhatIsRolledBackLeavesNoGap() {
    assertEquals("川市监罚〔2034〕0001号", next("川市监罚"));
    assertThrows(
        IllegalStateException.class,
        () ->
            TestDatabase.inTransaction(
                sql -> {
                  new DocumentNumbers(sql, clock).next("川市监罚");
                  throw new IllegalStateException("thought better of it");
                }));
    assertEquals("川市监罚〔2034〕0002号", next("川市监罚"));
    assertEquals("川市监立〔2034〕0001号", next("川市监立"));
    clock.set(Instant.parse("2034-12-31T16:00:00Z"));
    assertEquals("川市监罚〔2035〕0001号", next("川市监罚"));
  }

  @Test
  @Requirement("R85.4")
  void sixtyFourWritersTakeTenThousandNumbersOnceEach() throws Exception {
    var given = Collections.synchronizedList(new ArrayList<String>());
    var sql = TestDatabase.kept();
    var numbers = new DocumentNumbers(sql, clock);
    var writers = Executors.newFixedThreadPool(WRITERS);
    for (var i = 0; i < NUMBERS; i++) {
      writers.execute(() -> given.add(numbers.next("川市监告")));
    }
    writers.shutdown();
    assertTrue(writers.awaitTermination(2, TimeUnit.MINUTES));
    Collections.sort(given);
    assertEquals(
        IntStream.rangeClosed(1, NUMBERS)
            .mapToObj(
                place -> "川市监告〔2034〕" + (place < 10_000 ? "%04d" : "%d").formatted(place) + "号")
            .sorted()
            .toList(),
        List.copyOf(given));
  }
}
