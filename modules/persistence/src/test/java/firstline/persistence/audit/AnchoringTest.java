package firstline.persistence.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.audit.AuditRow.Outcome;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.ClockworkStops;
import firstline.testkit.clock.MutableClock;
import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Shutdown;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchoringTest {
  private static final String SECRET = "only-for-tests-0123456789-abcdefghijklmnop";

  @TempDir private Path folder;
  private final MutableClock clock = MutableClock.at("2026-11-24T02:00:00Z");
  private final List<String> duties = new ArrayList<>();

  private final ServerDesk server =
      new ServerDesk() {
        @Override
        public <T> T as(String duty, Supplier<T> work) {
          duties.add(duty);
          return work.get();
        }
      };

  /** The log of the test's database, anchored in the test's folder. */
  private AuditLog log() {
    return new AuditLog(TestDatabase.sql(), clock) {
      @Override
      public Optional<Anchor> anchor() throws IOException {
        return anchor(folder.resolve("anchors/audit.log"), SECRET);
      }
    };
  }

  @Test
  @Requirement("R10.4")
  void atAnOrderlyStopTheHeadIsOutside() throws IOException {
    append();
    append();
    new AnchorHourly(log(), server).stop(new ClockworkStops());
    var first = anchors();
    assertEquals(1, first.size());
    assertEquals(head(), first.get(0).sequence());
    assertEquals(clock.instant(), first.get(0).at());
    append();
    clock.move(Duration.ofHours(1));
    new AnchorHourly(log(), server).stop(new ClockworkStops());
    assertEquals(List.of(head() - 1, head()), anchors().stream().map(Anchor::sequence).toList());
    assertTrue(
        log()
            .verify(
                firstline.persistence.job.Progress.unseen(),
                Files.readAllLines(folder.resolve("anchors/audit.log")),
                SECRET)
            .whole());
    assertEquals(List.of("audit-anchor", "audit-anchor"), duties);
  }

  @Test
  @Requirement("R10.4")
  void everyHourTheHeadIsAnchored() throws IOException {
    append();
    var work = new ArrayList<Runnable>();
    var executor =
        (ManagedScheduledExecutorService)
            Proxy.newProxyInstance(
                AnchoringTest.class.getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, arguments) -> {
                  assertEquals("scheduleAtFixedRate", method.getName());
                  var unit = (TimeUnit) arguments[3];
                  assertEquals(1, unit.toHours((long) arguments[2]));
                  assertTrue(unit.toMinutes((long) arguments[1]) <= 1);
                  work.add((Runnable) arguments[0]);
                  return null;
                });
    new AnchorHourly(log(), server).start(new ClockworkStarted(executor));
    work.get(0).run();
    assertEquals(head(), anchors().get(0).sequence());
  }

  @Test
  @Requirement("R10.4")
  void anAnchorThatFailsKeepsNothingFromStopping() {
    var broken =
        new AuditLog(TestDatabase.sql(), clock) {
          @Override
          public Optional<Anchor> anchor() throws IOException {
            throw new IOException("the disk is full");
          }
        };
    new AnchorHourly(broken, server).stop(new ClockworkStops());
    assertEquals(List.of("audit-anchor"), duties);
  }

  @Test
  @Requirement("R10.4")
  void theDatabaseStopsAfterTheAnchorAndTheAnchorAfterTheOutbox() throws Exception {
    var outbox = priority("firstline.persistence.outbox.OutboxWorker", ClockworkStops.class);
    var anchor = priority("firstline.persistence.audit.AnchorHourly", ClockworkStops.class);
    assertTrue(outbox < anchor, outbox + " " + anchor);
    // CDI's own event comes when the servlet context is gone: nobody has a connection any more.
    assertTrue(priority("firstline.persistence.database.Shutdown", Shutdown.class) > 0);
  }

  private static int priority(String type, Class<?> event) throws Exception {
    var stop = Class.forName(type).getDeclaredMethod("stop", event);
    return Arrays.stream(stop.getParameters()[0].getAnnotationsByType(Priority.class))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private List<Anchor> anchors() throws IOException {
    return Files.readAllLines(folder.resolve("anchors/audit.log")).stream()
        .map(line -> Anchor.parse(line, SECRET).orElseThrow())
        .toList();
  }

  private static long head() {
    return TestDatabase.sql().one("select max(sequence) from audit_row", row -> row.number(1));
  }

  private void append() {
    TestDatabase.inTransaction(
        sql -> {
          new AuditLog(sql, clock)
              .append(
                  new AuditLog.Entry(
                      "o", "李敏", "局", "511500000000", "x", "r", "s", Outcome.SUCCESS, ""));
          return true;
        });
  }
}
