package firstline.speaker.playing;

import firstline.speaker.protocol.Programme;
import firstline.speaker.protocol.Programme.Play;
import firstline.speaker.protocol.Programme.Preemption;

/** When a play of a programme may sound, as far as the programme says. */
record Bounds(Programme programme) {

  /** When the play must be over. */
  long over(Play play) {
    return Math.min(play.end(), programme.until());
  }

  /** Whether its last moment to begin is gone. */
  boolean late(Play play, Moment now) {
    return now.time() > latest(play);
  }

  /**
   * The last moment at which it may begin. A programme that is over does not end what is to begin
   * later: a new one may come before that.
   */
  long latest(Play play) {
    return play.latest();
  }

  /** Whether it may begin now; without a trusted time, what is urgent may until it is over. */
  boolean due(Play play, Moment now) {
    return play.start() <= now.time()
        && now.time() < over(play)
        && (now.trusted() ? !late(play, now) : play.kind().needsNoTime());
  }

  /** Whether it would sound in a quiet window when it began now and lasted that long. */
  boolean hitsQuiet(Play play, Moment now, long lasting) {
    // Even what is over by now may be in its last second.
    long until = Math.max(now.time() + 1, Math.min(now.time() + lasting, over(play)));
    return play.kind().heedsQuiet()
        && programme.quiet().stream()
            .anyMatch(window -> window.from() < until && now.time() < window.until());
  }

  boolean withdrawn(Play play) {
    return programme.withdrawn().contains(play.id());
  }

  /** Whether one that begins anew can be heard in whole. */
  boolean fits(Play play, Moment now) {
    return now.time() + play.whole() <= over(play);
  }

  /** Whether one that made way may sound again now. */
  boolean allowsAgain(Running running, Moment now) {
    var play = running.play;
    return now.time() < over(play)
        && (play.preemption() != Preemption.SHIFT || fits(play, now))
        && !hitsQuiet(play, now, running.rest());
  }

  /** Whether one that is held up by something stronger has nothing to wait for. */
  boolean hopeless(Play play, Moment now) {
    return play.kind() != Programme.Kind.EMERGENCY
        && (play.preemption() == Preemption.DROP
            || (play.preemption() == Preemption.SHIFT && !fits(play, now)));
  }

  /** Repeated until its end, it is complete when no further sounding fits. */
  boolean complete(Running running, Moment now) {
    var play = running.play;
    long next = now.time() + Math.max(0, running.resumes() - now.ticks());
    return play.repeats() == 0
        ? next + Math.max(1, play.length()) > over(play)
        : running.rounds >= play.repeats();
  }
}
