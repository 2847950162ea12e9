package firstline.speaker.playing;

import firstline.speaker.journal.Event;
import firstline.speaker.journal.Journal;
import firstline.speaker.journal.Reason;
import firstline.speaker.playing.Running.State;
import firstline.speaker.protocol.Programme;
import firstline.speaker.protocol.Programme.Play;
import firstline.speaker.protocol.Programme.Preemption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is heard. It is called at moments, as often as one likes, at {@link #next} at the
 * latest; each change is written to the journal before it counts, STARTED before it sounds. A
 * journal that cannot write throws out of here: nothing new sounds then, and the same change is
 * tried at the next call.
 */
public final class Player {
  /** A play cannot be planned any more that long after its end; programmes hold 7 days. */
  public static final long MEMORY = 8 * 86_400_000L;

  /** What a sound device may need to come to the end of an item that lasts exactly its slot. */
  private static final long GRACE = 1_000;

  private static final long MARK = 5_000;
  private static final Comparator<Play> RIGHT =
      Comparator.comparing(Play::kind)
          .thenComparingLong(Play::rank)
          .thenComparingLong(Play::start)
          .thenComparing(Play::id);

  private final Journal journal;
  private final Stage stage;
  private final long born;
  private final List<Running> paused = new ArrayList<>();
  private final Map<String, Reason> hindered = new HashMap<>();
  private List<Play> waiting = new ArrayList<>();
  private @Nullable Bounds bounds;
  private @Nullable Running current;
  private boolean trusted;
  private boolean muted;

  /** A player that was switched on at those ticks. */
  public Player(Journal journal, Stage stage, long ticks) {
    this.journal = journal;
    this.stage = stage;
    born = ticks;
  }

  /** Only emergencies sound while it is muted. */
  public void mute(boolean muted) {
    this.muted = muted;
  }

  /** What sounds or is between two soundings. */
  public @Nullable Play playing() {
    return current == null ? null : current.play;
  }

  /** Takes a programme over from the one before; whoever calls has advanced to now. */
  public void accept(Programme next) {
    var plays = new HashMap<String, Play>();
    next.plays().forEach(play -> plays.put(play.id(), play));
    var coming = new ArrayList<Play>();
    for (var play : waiting) {
      if (next.withdrawn().contains(play.id()) && !plays.containsKey(play.id())) {
        coming.add(play);
      }
    }
    for (var play : next.plays()) {
      if (!journal.knows(play.id())) {
        coming.add(play);
      }
    }
    coming.sort(RIGHT);
    for (var running : running()) {
      var newer = plays.get(running.play.id());
      if (newer != null) {
        running.revise(newer, next.items().getOrDefault(newer.item(), running.item));
      }
    }
    waiting = coming;
    bounds = new Bounds(next);
  }

  /** There is nothing to play any more: the speaker belongs elsewhere. */
  public void release(Moment now) throws IOException {
    for (var running : running()) {
      end(running, Event.PRE_EMPTED, Reason.WITHDRAWN, now);
    }
    waiting = new ArrayList<>();
    bounds = null;
  }

  /** The speaker is switched off in good order. */
  public void stop(Moment now) throws IOException {
    for (var running : running()) {
      end(running, Event.INTERRUPTED, Reason.STOPPED, now);
    }
  }

  /** Does all that is due. */
  public void advance(Moment now) throws IOException {
    journal.closeCrashed();
    var held = bounds;
    if (held == null) {
      trusted |= now.trusted();
      return;
    }
    for (var running : running()) {
      settle(running, held, now);
    }
    if (now.trusted() && !trusted) {
      sleptThrough(now);
      trusted = true;
    }
    for (var play : List.copyOf(waiting)) {
      expire(play, held, now);
    }
    choose(held, now);
    mark(now);
  }

  private List<Running> running() {
    var all = new ArrayList<>(paused);
    if (current != null) {
      all.add(0, current);
    }
    return all;
  }

  private void settle(Running running, Bounds held, Moment now) throws IOException {
    if (running.ending != null) {
      close(running);
    } else if (held.withdrawn(running.play)) {
      end(running, Event.PRE_EMPTED, Reason.WITHDRAWN, now);
    } else if (running == current) {
      settleCurrent(running, held, now);
    } else if (now.time() >= held.over(running.play)) {
      end(running, Event.PRE_EMPTED, Reason.STRONGER, now);
    }
  }

  private void settleCurrent(Running running, Bounds held, Moment now) throws IOException {
    var play = running.play;
    if (running.state == State.HUSHED) {
      // Its pause could not be written when something stronger came.
      shelve(running, now);
      return;
    }
    if (running.state == State.SOUNDING) {
      switch (stage.sounding(now.ticks())) {
        case BROKEN -> {
          end(running, Event.FAILED, Reason.DEVICE, now);
          return;
        }
        case DONE -> running.roundDone(now.ticks());
        case SOUNDING -> {}
      }
    }
    if (running.state == State.BETWEEN && held.complete(running, now)) {
      end(running, Event.FINISHED, Reason.NONE, now);
    } else if (cut(play, held, now)) {
      end(running, Event.PRE_EMPTED, Reason.SLOT_OVER, now);
    } else if (running.state == State.BETWEEN && now.ticks() >= running.resumes()) {
      running.sound(false, now.ticks());
      stage.begin(play, running.item, 0, now.ticks());
    }
  }

  private boolean cut(Play play, Bounds held, Moment now) {
    if (held.hitsQuiet(play, now, 1)) {
      return true;
    }
    long late = now.time() - held.over(play);
    return late >= GRACE
        || (late >= 0
            && waiting.stream()
                .anyMatch(other -> other.start() <= now.time() && now.time() < other.end()));
  }

  /** What was due while the speaker was on and nobody knew the time. */
  private void sleptThrough(Moment now) throws IOException {
    long on = now.time() - (now.ticks() - born);
    for (var play : List.copyOf(waiting)) {
      if (!play.kind().needsNoTime() && play.latest() >= on && play.latest() < now.time()) {
        skip(play, Event.SKIPPED, Reason.CLOCK_UNTRUSTED, now);
      }
    }
  }

  private void expire(Play play, Bounds held, Moment now) throws IOException {
    if (held.withdrawn(play)) {
      skip(play, Event.SKIPPED, Reason.WITHDRAWN, now);
    } else if (!now.trusted()) {
      return;
    } else if (play.end() + MEMORY < now.time()) {
      // So old that its end may have been forgotten.
      waiting.remove(play);
    } else if (held.late(play, now)) {
      var reason = hindered.getOrDefault(play.id(), Reason.LATE);
      skip(
          play,
          reason == Reason.LATE || reason == Reason.WEAKER ? Event.SKIPPED : Event.FAILED,
          reason,
          now);
    }
  }

  private void skip(Play play, Event event, Reason reason, Moment now) throws IOException {
    journal.record(play.id(), event, now.time(), 0, reason, play.end() + MEMORY);
    waiting.remove(play);
    hindered.remove(play.id());
  }

  /** The strongest of what is due sounds; the others wait or are skipped, as they say. */
  private void choose(Bounds held, Moment now) throws IOException {
    var resumed = current == null ? resumable(held, now) : null;
    for (var play : List.copyOf(waiting)) {
      if (held.due(play, now)) {
        consider(play, held, now);
      }
    }
    if (resumed != null && current == null) {
      resume(resumed, now);
    }
  }

  /** The strongest of those that may go on; the stronger ones that cannot any more are ended. */
  private @Nullable Running resumable(Bounds held, Moment now) throws IOException {
    var strongest = strongestPaused();
    while (strongest != null && !held.allowsAgain(strongest, now)) {
      end(strongest, Event.PRE_EMPTED, Reason.STRONGER, now);
      strongest = strongestPaused();
    }
    return strongest;
  }

  private void consider(Play play, Bounds held, Moment now) throws IOException {
    if (muted && play.kind() != Programme.Kind.EMERGENCY) {
      skip(play, Event.SKIPPED, Reason.MUTED, now);
    } else if (held.hitsQuiet(play, now, play.whole())) {
      skip(play, Event.SKIPPED, Reason.QUIET, now);
    } else if (blocked(play)) {
      hindered.put(play.id(), Reason.WEAKER);
      if (held.hopeless(play, now)) {
        skip(play, Event.SKIPPED, Reason.WEAKER, now);
      }
    } else if (ready(play, held, now)) {
      var before = current;
      if (before != null) {
        preempt(before, now);
      }
      start(play, held, now);
    }
  }

  private boolean blocked(Play play) {
    var before = current == null ? strongestPaused() : current;
    return before != null && !play.strongerThan(before.play);
  }

  private @Nullable Running strongestPaused() {
    return paused.stream().min(Comparator.comparing(each -> each.play, RIGHT)).orElse(null);
  }

  private boolean ready(Play play, Bounds held, Moment now) {
    var item = Objects.requireNonNull(held.programme().items().get(play.item()));
    var readiness = stage.readiness(item, now.ticks());
    switch (readiness) {
      case READY -> {}
      case MEDIA_MISSING -> hindered.put(play.id(), Reason.MEDIA_MISSING);
      case SPEECH_MISSING -> hindered.put(play.id(), Reason.SPEECH);
    }
    return readiness == Stage.Readiness.READY;
  }

  private void start(Play play, Bounds held, Moment now) throws IOException {
    var item = Objects.requireNonNull(held.programme().items().get(play.item()));
    journal.record(play.id(), Event.STARTED, now.time(), 0, Reason.NONE, play.end() + MEMORY);
    waiting.remove(play);
    hindered.remove(play.id());
    current = new Running(play, item, now.ticks());
    stage.begin(play, item, 0, now.ticks());
  }

  private void preempt(Running running, Moment now) throws IOException {
    if (running.play.preemption() == Preemption.DROP) {
      end(running, Event.PRE_EMPTED, Reason.STRONGER, now);
    } else {
      shelve(running, now);
    }
  }

  private void shelve(Running running, Moment now) throws IOException {
    hush(running, now);
    write(running, Event.PAUSED, Reason.NONE, now.time());
    current = null;
    paused.add(running);
  }

  private void resume(Running running, Moment now) throws IOException {
    write(running, Event.RESUMED, Reason.NONE, now.time());
    paused.remove(running);
    current = running;
    running.marked = now.ticks();
    running.sound(running.anew(), now.ticks());
    stage.begin(running.play, running.item, running.position(), now.ticks());
  }

  private void hush(Running running, Moment now) {
    if (running == current && running.state == State.SOUNDING) {
      stage.stop(now.ticks());
    }
    if (running.state != State.HUSHED) {
      running.hush(now.ticks());
    }
  }

  private void end(Running running, Event event, Reason reason, Moment now) throws IOException {
    hush(running, now);
    if (running.ending == null) {
      running.ending = new Running.Ending(event, reason, now.time());
    }
    close(running);
  }

  private void close(Running running) throws IOException {
    var ending = Objects.requireNonNull(running.ending);
    write(running, ending.event(), ending.reason(), ending.at());
    paused.remove(running);
    if (running == current) {
      current = null;
    }
  }

  /** Writes what happened to one that is hushed. */
  private void write(Running running, Event event, Reason reason, long at) throws IOException {
    var play = running.play;
    journal.record(play.id(), event, at, running.heard(0), reason, play.end() + MEMORY);
  }

  private void mark(Moment now) throws IOException {
    var running = current;
    if (running != null
        && running.state == State.SOUNDING
        && now.ticks() - running.marked >= MARK) {
      journal.mark(running.play.id(), running.heard(now.ticks()), now.time());
      running.marked = now.ticks();
    }
  }

  /** The ticks by which to call again; the stage may be done before. */
  public long next(Moment now) {
    long ahead = 3_600_000;
    var held = bounds;
    if (held == null) {
      return now.ticks() + ahead;
    }
    for (var play : waiting) {
      ahead = sooner(ahead, play.start() - now.time());
      ahead = sooner(ahead, held.latest(play) + 1 - now.time());
    }
    for (var running : running()) {
      ahead = sooner(ahead, held.over(running.play) - now.time());
      ahead = sooner(ahead, held.over(running.play) + GRACE - now.time());
      ahead = sooner(ahead, running.resumes() - now.ticks());
      ahead = sooner(ahead, running.marked + MARK - now.ticks());
    }
    for (var window : held.programme().quiet()) {
      ahead = sooner(ahead, window.from() - now.time());
    }
    return now.ticks() + ahead;
  }

  private static long sooner(long ahead, long other) {
    return other > 0 ? Math.min(ahead, other) : ahead;
  }
}
