package firstline.speaker.playing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.speaker.journal.Journal;
import firstline.speaker.journal.MemoryDisk;
import firstline.speaker.protocol.Programme;
import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Kind;
import firstline.speaker.protocol.Programme.Play;
import firstline.speaker.protocol.Programme.Preemption;
import firstline.speaker.protocol.Programme.Quiet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is heard, second by second: one story a test. Times are seconds from midnight. */
class PlayerTest {
  private static final long MIDNIGHT = 1_769_356_800_000L;

  private final class Silent implements Stage {
    private long doneAt;

    @Override
    public Readiness readiness(Item item, long ticks) {
      return ready;
    }

    @Override
    public void begin(Play play, Item item, long from, long ticks) {
      heard.add(
          play.id()
              + "@"
              + (ticks - MIDNIGHT) / 1_000
              + (from > 0 ? "+" + from / 1_000 : "")
              + (item.media().isEmpty() ? "" : " recorded"));
      doneAt = ticks + play.length() - from;
    }

    @Override
    public void stop(long ticks) {
      doneAt = ticks;
    }

    @Override
    public Sounding sounding(long ticks) {
      return ticks < doneAt ? Sounding.SOUNDING : broken ? Sounding.BROKEN : Sounding.DONE;
    }
  }

  private final List<String> heard = new ArrayList<>();
  private Stage.Readiness ready = Stage.Readiness.READY;
  private boolean broken;
  private boolean trusted = true;
  private Journal journal;
  private Player player;

  @BeforeEach
  void switchOn() throws IOException {
    journal = new Journal(new MemoryDisk());
    player = new Player(journal, new Silent(), MIDNIGHT - 600_000);
  }

  private static Play play(String id, Kind kind, int rank, long start, long length, long end) {
    return new Play(
        id,
        "item-" + id,
        kind,
        1,
        rank,
        MIDNIGHT + start * 1_000,
        length * 1_000,
        MIDNIGHT + end * 1_000,
        60_000,
        Preemption.DROP,
        70,
        1,
        0);
  }

  private static Play routine(String id, long start, long length, long end) {
    return play(id, Kind.ROUTINE, 50, start, length, end);
  }

  private static Play emergency(String id, long start, long length, long end) {
    return play(id, Kind.EMERGENCY, 1, start, length, end);
  }

  private static Play with(Play play, Preemption preemption, int repeats, long pause) {
    return new Play(
        play.id(),
        play.item(),
        play.kind(),
        play.level(),
        play.rank(),
        play.start(),
        play.length(),
        play.end(),
        play.tolerance(),
        preemption,
        play.volume(),
        repeats,
        pause * 1_000);
  }

  private void run(long from, long until) throws IOException {
    for (long second = from; second <= until; second++) {
      long now = MIDNIGHT + second * 1_000;
      player.advance(new Moment(now, now, trusted));
    }
  }

  private List<String> told() {
    return journal.waiting(100).records().stream()
        .map(record -> told(record.get("play"), record.get("event"), record.get("reason")))
        .toList();
  }

  private static String told(Object play, Object event, Object reason) {
    return (play + " " + event + " " + reason).strip();
  }

  /** The same programme, over at that second. */
  private static Programme until(Programme programme, long revision, long until) {
    return new Programme(
        programme.audience(),
        revision,
        programme.issued(),
        programme.fresh(),
        MIDNIGHT + until * 1_000,
        programme.poll(),
        programme.spread(),
        programme.items(),
        programme.plays(),
        programme.quiet(),
        programme.withdrawn());
  }

  @Test
  void aProgrammeThatIsOverDoesNotEndWhatIsToBeginLater() throws IOException {
    var held =
        Programmes.of(
            play("a", Kind.ROUTINE, 1, 0, 10, 60), play("b", Kind.ROUTINE, 1, 300, 10, 400));
    player.accept(until(held, 1, 100));
    run(0, 200);
    player.accept(until(held, 2, 1_000));
    run(201, 500);
    assertEquals(List.of("a@0", "b@300"), heard);
  }

  @Test
  void whatBeginsAfterTheProgrammeIsOverIsSkippedInItsTime() throws IOException {
    player.accept(until(Programmes.of(play("b", Kind.ROUTINE, 1, 300, 10, 400)), 1, 100));
    run(0, 500);
    assertEquals(List.of(), heard);
    assertEquals(List.of("b SKIPPED LATE"), told());
  }

  private static Programme quiet(Play play, long from, long until) {
    return Programmes.of(
        1,
        List.of(play),
        List.of(new Quiet(MIDNIGHT + from * 1_000, MIDNIGHT + until * 1_000)),
        Set.of());
  }

  @Test
  void anItemCrossesMidnight() throws IOException {
    player.accept(Programmes.of(routine("p", -30, 60, 120)));
    run(-60, 60);
    assertEquals(List.of("p@-30"), heard);
    assertEquals(List.of("p STARTED", "p FINISHED"), told());
  }

  @Test
  void anItemStartsAtMidnight() throws IOException {
    player.accept(Programmes.of(routine("p", 0, 10, 60)));
    run(-60, 60);
    assertEquals(List.of("p@0"), heard);
  }

  @Test
  void anItemThatLastsExactlyTheSlotIsFinishedAndTheNextBegins() throws IOException {
    player.accept(Programmes.of(routine("p", 0, 60, 60), routine("q", 60, 60, 120)));
    run(-5, 125);
    assertEquals(List.of("p@0", "q@60"), heard);
    assertEquals(List.of("p STARTED", "p FINISHED", "q STARTED", "q FINISHED"), told());
  }

  @Test
  void whatIsLongerThanItsSlotIsCut() throws IOException {
    player.accept(Programmes.of(routine("p", 0, 90, 60)));
    run(0, 100);
    assertEquals(List.of("p STARTED", "p PRE_EMPTED SLOT_OVER"), told());
  }

  @Test
  void aLateOneIsSkipped() throws IOException {
    player.accept(Programmes.of(routine("p", 0, 10, 600)));
    run(-1, -1);
    run(61, 70);
    assertEquals(List.of("p SKIPPED LATE"), told());
    assertEquals(List.of(), heard);
  }

  @Test
  void theLastMomentOfTheToleranceIsInTime() throws IOException {
    player.accept(Programmes.of(routine("p", 0, 10, 600)));
    run(60, 80);
    assertEquals(List.of("p@60"), heard);
  }

  @Test
  void aDroppedOneIsPreEmptedByAnEmergencyAndAResumedOneGoesOn() throws IOException {
    player.accept(Programmes.of(routine("p", 0, 60, 300), emergency("e", 20, 10, 300)));
    run(0, 100);
    assertEquals(List.of("p STARTED", "p PRE_EMPTED STRONGER", "e STARTED", "e FINISHED"), told());
    heard.clear();
    player = new Player(journal, new Silent(), MIDNIGHT);
    player.accept(
        Programmes.of(
            with(routine("r", 200, 60, 500), Preemption.RESUME, 1, 0),
            emergency("f", 220, 10, 500)));
    run(200, 400);
    assertEquals(List.of("r@200", "f@220", "r@230+20"), heard);
    assertEquals(
        List.of("r STARTED", "r PAUSED", "f STARTED", "f FINISHED", "r RESUMED", "r FINISHED"),
        told().subList(4, 10));
  }

  @Test
  void aRestartedOneBeginsAnewAndAShiftedOneOnlyWhenItFits() throws IOException {
    player.accept(
        Programmes.of(
            with(routine("p", 0, 60, 90), Preemption.RESTART, 1, 0), emergency("e", 20, 20, 300)));
    run(0, 100);
    assertEquals(List.of("p@0", "e@20", "p@40"), heard);
    assertEquals("p PRE_EMPTED SLOT_OVER", told().get(5));
    heard.clear();
    player = new Player(journal, new Silent(), MIDNIGHT);
    player.accept(
        Programmes.of(
            with(routine("s", 200, 60, 290), Preemption.SHIFT, 1, 0),
            emergency("f", 220, 20, 500)));
    run(200, 400);
    assertEquals(List.of("s@200", "f@220"), heard);
    assertEquals("s PRE_EMPTED STRONGER", told().get(told().size() - 1));
  }

  @Test
  void ofTwoAtOnceTheWeakerIsSkippedOrWaits() throws IOException {
    player.accept(
        Programmes.of(
            play("a", Kind.ROUTINE, 1, 0, 20, 300),
            play("b", Kind.ROUTINE, 2, 0, 20, 300),
            with(play("c", Kind.ROUTINE, 3, 0, 20, 300), Preemption.SHIFT, 1, 0)));
    run(0, 100);
    assertEquals(List.of("a@0", "c@20"), heard);
    assertEquals("b SKIPPED WEAKER", told().get(1));
  }

  @Test
  void aDrillNeverBeatsTheRealThingWhateverItsRank() throws IOException {
    player.accept(
        Programmes.of(
            play("drill", Kind.DRILL, 0, 0, 20, 300), play("real", Kind.EMERGENCY, 9, 5, 20, 300)));
    run(0, 100);
    assertEquals(List.of("drill@0", "real@5"), heard);
    assertEquals("drill PRE_EMPTED STRONGER", told().get(1));
  }

  @Test
  void anEmergencyIsRepeatedWithPausesUntilItsEnd() throws IOException {
    player.accept(Programmes.of(with(emergency("e", 0, 20, 100), Preemption.RESTART, 0, 10)));
    run(0, 200);
    assertEquals(List.of("e@0", "e@30", "e@60"), heard);
    assertEquals(List.of("e STARTED", "e FINISHED"), told());
  }

  @Test
  void whatIsWithdrawnIsSilentAtOnce() throws IOException {
    var play = routine("p", 0, 60, 300);
    var later = routine("q", 100, 60, 300);
    player.accept(Programmes.of(play, later));
    run(0, 20);
    player.accept(Programmes.of(2, List.of(play), List.of(), Set.of("p", "q")));
    run(20, 400);
    assertEquals(List.of("p@0"), heard);
    assertEquals(List.of("p STARTED", "p PRE_EMPTED WITHDRAWN", "q SKIPPED WITHDRAWN"), told());
  }

  @Test
  void routineIsSkippedWhenItWouldStillSoundInAQuietWindow() throws IOException {
    player.accept(quiet(routine("p", 0, 60, 300), 59, 120));
    run(-10, 400);
    assertEquals(List.of("p SKIPPED QUIET"), told());
  }

  @Test
  void routineMayEndAtTheMomentAtWhichItBecomesQuiet() throws IOException {
    player.accept(quiet(routine("p", 0, 60, 300), 60, 120));
    run(-10, 400);
    assertEquals(List.of("p STARTED", "p FINISHED"), told());
  }

  @Test
  void anEmergencySoundsInAQuietWindow() throws IOException {
    player.accept(quiet(emergency("e", 0, 60, 300), 0, 120));
    run(-10, 400);
    assertEquals(List.of("e@0"), heard);
  }

  @Test
  void withoutATimeOnlyTheUrgentSounds() throws IOException {
    trusted = false;
    player.accept(Programmes.of(routine("p", 0, 10, 90), emergency("e", 20, 10, 300)));
    run(0, 200);
    assertEquals(List.of("e@20"), heard);
    trusted = true;
    run(201, 201);
    assertEquals(List.of("e STARTED", "e FINISHED", "p SKIPPED CLOCK_UNTRUSTED"), told());
  }

  @Test
  void whatIsMissingFailsWhenItIsTooLate() throws IOException {
    ready = Stage.Readiness.MEDIA_MISSING;
    player.accept(Programmes.of(routine("p", 0, 10, 90)));
    run(0, 60);
    assertEquals(List.of(), told());
    run(61, 61);
    assertEquals(List.of("p FAILED MEDIA_MISSING"), told());
  }

  @Test
  void aBrokenDeviceIsNoFinish() throws IOException {
    broken = true;
    player.accept(Programmes.of(routine("p", 0, 10, 90)));
    run(0, 60);
    assertEquals(List.of("p STARTED", "p FAILED DEVICE"), told());
  }

  @Test
  void aMutedSpeakerIsHeardInAnEmergencyOnly() throws IOException {
    player.mute(true);
    player.accept(Programmes.of(routine("p", 0, 10, 90), emergency("e", 20, 10, 90)));
    run(0, 60);
    assertEquals(List.of("e@20"), heard);
    assertEquals("p SKIPPED MUTED", told().get(0));
  }

  @Test
  void switchedOffInGoodOrderItSaysSo() throws IOException {
    player.accept(Programmes.of(routine("p", 0, 60, 90)));
    run(0, 20);
    player.stop(new Moment(MIDNIGHT + 20_000, MIDNIGHT + 20_000, true));
    assertEquals(List.of("p STARTED", "p INTERRUPTED STOPPED"), told());
  }

  @Test
  void theRecordingOfAnEmergencyIsHeardFromItsNextRepeatOn() throws IOException {
    var play = with(emergency("e", 0, 10, 60), Preemption.RESTART, 0, 5);
    player.accept(Programmes.of(play));
    run(0, 3);
    player.accept(Programmes.recorded(2, play));
    run(4, 32);
    assertEquals(List.of("e@0", "e@15 recorded", "e@30 recorded"), heard);
    player.accept(Programmes.of(3, List.of(play), List.of(), Set.of("e")));
    run(33, 70);
    assertEquals(List.of("e STARTED", "e PRE_EMPTED WITHDRAWN"), told());
  }

  @Test
  void whatGoesOnAfterSomethingStrongerGoesOnAsItBegan() throws IOException {
    var play = with(routine("p", 0, 20, 120), Preemption.RESUME, 2, 5);
    player.accept(Programmes.of(play, emergency("e", 5, 10, 60)));
    run(0, 6);
    player.accept(Programmes.recorded(2, play));
    run(7, 80);
    // In the middle of the text nothing else takes its place; the second time it is the recording.
    assertEquals(List.of("p@0", "e@5", "p@15+5", "p@35 recorded"), heard);
  }
}
