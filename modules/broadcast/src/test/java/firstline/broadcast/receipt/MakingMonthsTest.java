package firstline.broadcast.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.time.Clocks;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The application owns no table and still has one for every month ahead. */
class MakingMonthsTest {
  @Test
  void aServerThatRunsForYearsHasTheMonthsAhead() {
    var later = Clock.fixed(Instant.parse("2028-11-20T00:00:00Z"), Clocks.ZONE);
    var months = new MakeMonths(TestDatabase.sql(), later);
    months.make();
    months.make();
    long made =
        TestDatabase.sql()
            .one(
                "select count(*) from pg_class where relname in ('receipt_202905',"
                    + " 'play_end_202905')",
                row -> row.number(1));
    assertEquals(2, made);
  }
}
