package firstline.speaker.playing;

import firstline.speaker.journal.Event;
import firstline.speaker.journal.Reason;
import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Play;
import firstline.speaker.protocol.Programme.Preemption;
import org.jspecify.annotations.Nullable;

/** A play that has begun and not ended: it sounds, waits between two soundings, or is hushed. */
final class Running {
  enum State {
    SOUNDING,
    BETWEEN,
    HUSHED
  }

  /** The end that is decided and not yet on the disk. */
  record Ending(Event event, Reason reason, long at) {}

  Item item;
  Play play;
  State state = State.SOUNDING;
  int rounds;
  long marked;
  @Nullable Ending ending;

  /** What earlier stretches gave: of all, and of this round. */
  private long heard;

  private long position;

  /** What a newer programme says of it. */
  private Item coming;

  private long since;

  Running(Play play, Item item, long ticks) {
    this.play = play;
    this.item = item;
    coming = item;
    since = ticks;
    marked = ticks;
  }

  /** A newer programme has it: what sounds goes on, and its next beginning is as that says. */
  void revise(Play newer, Item other) {
    play = newer;
    coming = other;
  }

  long heard(long ticks) {
    return state == State.SOUNDING ? heard + ticks - since : heard;
  }

  /** Milliseconds into this round, for going on there. */
  long position() {
    return position;
  }

  /** When the pause between two soundings is over. */
  long resumes() {
    return since + play.pause();
  }

  /** The round has come to its own end. */
  void roundDone(long ticks) {
    heard = heard(ticks);
    position = 0;
    rounds++;
    since = ticks;
    state = State.BETWEEN;
  }

  void hush(long ticks) {
    long total = heard(ticks);
    position += total - heard;
    heard = total;
    state = State.HUSHED;
  }

  /** Sounds again, from the position or, when it starts anew, from the beginning. */
  void sound(boolean anew, long ticks) {
    if (anew) {
      position = 0;
      rounds = 0;
    }
    if (position == 0) {
      item = coming;
    }
    since = ticks;
    state = State.SOUNDING;
  }

  /** Whether it begins anew after something stronger. */
  boolean anew() {
    return play.preemption() != Preemption.RESUME;
  }

  /** How long it still lasts when nothing comes between. */
  long rest() {
    return anew() || play.repeats() == 0
        ? play.whole()
        : play.whole() - position - rounds * (play.length() + play.pause());
  }
}
