package firstline.broadcast.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fault run in small: a server in this process that dies before commits; see FaultBench. */
class SurvivingFaultsTest {
  private static final int SPEAKERS = 8;
  private static final List<String> ZERO =
      List.of(
          "records lost",
          "second ends and unplanned",
          "plays begun twice",
          "stray ends",
          "left out and heard",
          "unknown though held",
          "broken rules seen");

  /** The server and its memory are gone in the middle of a transaction, and another one starts. */
  private static final class Mortal implements Door {
    private Office office;
    private int deaths;
    private boolean dies;
    private boolean dead;

    Mortal() {
      office = begun();
    }

    private Office begun() {
      return new Office(
          new OneConnection(TestDatabase.application(), number -> dies), Instant.EPOCH, 900_000);
    }

    void dieAtNextCommit() {
      dies = true;
    }

    private Answer lives(java.util.function.Supplier<Answer> question) {
      try {
        return question.get();
      } catch (OneConnection.Died e) {
        deaths++;
        dies = false;
        office = begun();
        return Answer.NONE;
      }
    }

    @Override
    public boolean away() {
      return dead;
    }

    @Override
    public Answer programme(long now, String ticket, String tag) {
      return lives(() -> office.programme(now, ticket, tag));
    }

    @Override
    public Answer receipts(long now, String signature, byte[] body) {
      return lives(() -> office.receipts(now, signature, body));
    }
  }

  @Test
  @Requirement({"R33.1", "R33.3", "R33.4"})
  void theTablesSayWhatTheSpeakersWroteDown() throws Exception {
    var run =
        new FaultRun(
            TestDatabase.keptOwner(),
            TestDatabase.keptOwner(),
            "953101",
            20_261_125L,
            Instant.parse("2026-11-24T16:05:00Z"));
    run.enrol(SPEAKERS);
    run.routine(run.city.code(), "1,2,3,4,5,6,7,8,9,10,11,12,13,14", 15);
    run.routine("953101001000", "1,3,5,7,9,11", 16);
    var withdrawn = run.routine("953101001001", "2,4,6,8,10", 14);
    run.quiet(run.city.code(), "03:10", 70);
    run.quiet("953101001000", "11:15", 30);
    run.budget(14);
    var door = new Mortal();
    var day = Duration.ofHours(6);
    var mishaps = new ArrayList<FaultRun.Mishap>();
    mishaps.addAll(run.drawn(12, day, at -> door.dieAtNextCommit()));
    mishaps.addAll(run.drawn(24, day, at -> run.anybody(one -> one.kill(at))));
    mishaps.addAll(run.drawn(5, day, at -> run.anybody(one -> one.fillDisk(at))));
    mishaps.addAll(run.drawn(3, day, at -> run.emergency()));
    mishaps.addAll(run.drawn(1, day, at -> run.withdraw(withdrawn)));
    run.pass(day, door, 0.2, mishaps);
    door.dead = true;
    run.pass(Duration.ofDays(7), door, 0.2, List.of());
    door.dead = false;
    for (int i = 0; i < 30 && !(i > 2 && run.isHandedIn()); i++) {
      run.pass(Duration.ofMinutes(20), door, 0, List.of());
    }
    var figures = run.verdict();
    assertEquals(List.of(), run.observed.wrongs);
    for (var name : ZERO) {
      assertEquals(0L, figures.get(name), name + " of " + figures);
    }
    assertTrue(door.deaths > 2, "deaths: " + door.deaths);
    assertTrue(figures.getOrDefault("FINISHED", 0L) > 250, figures.toString());
    assertTrue(figures.getOrDefault("INTERRUPTED", 0L) > 0, figures.toString());
    assertTrue(figures.getOrDefault("skipped to be quiet", 0L) > 50, figures.toString());
    assertTrue(figures.getOrDefault("left out for want of minutes", 0L) > 50, figures.toString());
  }
}
