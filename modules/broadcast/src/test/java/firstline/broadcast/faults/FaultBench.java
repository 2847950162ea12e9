package firstline.broadcast.faults;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The fault run in full: a server in a process of its own that is killed by signal 9, a database
 * that is shot and comes back, speakers that die between and within writes, lost messages, clocks
 * that are an hour or ten years wrong, full disks, and a server that is dead for seven days.
 *
 * <p>Real: the terminals with their journals, keys and clocks; the tickets, the programmes, the
 * reading and taking over of batches; PostgreSQL and its recovery; signal 9. Not real: the time,
 * which is compressed; the line, which is a socket without HTTP; the container around the server;
 * the speakers' disks, which are memory that tears writes.
 *
 * <p>Arguments: speakers, hours, kills of the server, restarts of the database, kills of speakers,
 * lost messages in per cent, days for which the server is dead, seed. Ends with 1 when a rule was
 * broken.
 */
public final class FaultBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final int POLL = 900_000;

  /** Each must be zero. */
  private static final List<String> ZERO =
      List.of(
          "records lost",
          "second ends and unplanned",
          "plays begun twice",
          "stray ends",
          "left out and heard",
          "unknown though held",
          "broken rules seen");

  private final ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
  private final Random random;
  private final OfficeProcess office;
  private final @Nullable PostgresProcess postgres;
  private long killed;
  private long restarted;

  private FaultBench(long seed, PGSimpleDataSource database, @Nullable PostgresProcess postgres) {
    random = new Random(seed);
    office = new OfficeProcess(database, POLL);
    this.postgres = postgres;
  }

  public static void main(String[] arguments) throws Exception {
    var numbers = new long[8];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Long.parseLong(arguments[i]);
    }
    var sql = TestDatabase.keptOwner();
    // Signal 9 is no power cut: what was written outlives it without a flush of the disk.
    sql.update("alter system set fsync = off");
    sql.list("select pg_reload_conf()", row -> row.flag(1));
    var bench =
        new FaultBench(
            numbers[7],
            TestDatabase.application(),
            numbers[3] > 0 ? new PostgresProcess(sql) : null);
    System.exit(bench.run(numbers, sql) ? 0 : 1);
  }

  private boolean run(long[] numbers, Sql sql) throws Exception {
    var began = System.nanoTime();
    var run =
        new FaultRun(
            sql, TestDatabase.owner(), "954101", numbers[7], Instant.parse("2026-11-24T16:05:00Z"));
    run.enrol((int) numbers[0]);
    run.routine(run.city.code(), "0,2,4,6,8,10,12,14,16,18,20,22", 15);
    run.routine("954101001000", "0,2,4,6,8,10,12,14,16,18,20,22", 16);
    run.routine(run.city.code(), "7,19", 30);
    var withdrawn = run.routine(run.city.code(), "1,3,5,7,9,11,13,15", 40);
    run.quiet(run.city.code(), "22:00", 480);
    run.quiet("954101001000", "12:00", 90);
    run.budget(20);
    office.start();
    var length = Duration.ofHours(numbers[1]);
    var mishaps = new ArrayList<FaultRun.Mishap>();
    mishaps.addAll(run.drawn((int) numbers[2], length, at -> killServer()));
    mishaps.addAll(run.drawn((int) numbers[3], length, at -> restartDatabase()));
    mishaps.addAll(run.drawn((int) numbers[4], length, at -> run.anybody(one -> one.kill(at))));
    mishaps.addAll(
        run.drawn((int) numbers[0] / 50, length, at -> run.anybody(one -> one.fillDisk(at))));
    mishaps.addAll(run.drawn(5, length, at -> run.emergency()));
    mishaps.addAll(run.drawn(1, length, at -> run.withdraw(withdrawn)));
    var door = restarting();
    for (long hour = 1; hour < numbers[1]; hour++) {
      long passed = hour;
      mishaps.add(
          new FaultRun.Mishap(
              run.now() + Duration.ofHours(hour).toMillis(),
              at -> say("hour %d after %d s", passed, seconds(began))));
    }
    run.pass(length, door, numbers[5] / 100.0, mishaps);
    say("%d compressed hours in %d s", numbers[1], seconds(began));
    office.kill();
    office.gone();
    killed++;
    run.pass(Duration.ofDays(numbers[6]), office, 0, List.of());
    say("%d compressed days without a server in %d s", numbers[6], seconds(began));
    for (int i = 0; i < 40 && !(i > 2 && run.isHandedIn()); i++) {
      run.pass(Duration.ofMinutes(20), door, i < 3 ? numbers[5] / 100.0 : 0, List.of());
    }
    return report(run, began);
  }

  private static long seconds(long began) {
    return (System.nanoTime() - began) / 1_000_000_000L;
  }

  /** The server is started again by what watches over it, once somebody finds it dead. */
  private Door restarting() {
    return new Door() {
      private Answer started(Answer answer) {
        if (answer == Answer.NONE) {
          office.kill();
          office.gone();
          try {
            office.start();
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        }
        return answer;
      }

      @Override
      public boolean away() {
        return false;
      }

      @Override
      public Answer programme(long now, String ticket, String tag) {
        return started(office.programme(now, ticket, tag));
      }

      @Override
      public Answer receipts(long now, String signature, byte[] body) {
        return started(office.receipts(now, signature, body));
      }
    };
  }

  /** A moment later, in the middle of whatever it does then. */
  private void killServer() {
    killed++;
    var unused = killer.schedule(office::kill, 100 + random.nextInt(20_000), TimeUnit.MICROSECONDS);
  }

  private void restartDatabase() {
    var database = postgres;
    if (database != null) {
      restarted++;
      killer.execute(database::shoot);
    }
  }

  private boolean report(FaultRun run, long began) {
    var seen = run.observed;
    say(
        "server killed %d times, database shot %d times, speakers killed %d times, %d clocks wrong,"
            + " %d disks full, %,d messages of which %,d lost",
        killed, restarted, seen.kills, seen.clockSteps, seen.fullDisks, seen.messages, seen.lost);
    boolean holds = true;
    for (var figure : run.verdict().entrySet()) {
      boolean zero = ZERO.contains(figure.getKey());
      boolean wrong = zero && figure.getValue() != 0;
      holds &= !wrong;
      say(
          "%-26s %,12d%s",
          figure.getKey(), figure.getValue(), zero ? wrong ? "  BROKEN" : "  = 0" : "");
    }
    seen.wrongs.forEach(wrong -> say("  %s", wrong));
    say("%s after %d s", holds ? "every rule holds" : "A RULE WAS BROKEN", seconds(began));
    return holds;
  }

  private static void say(String line, Object... values) {
    OUT.printf(Locale.ROOT, line + "%n", values);
  }
}
