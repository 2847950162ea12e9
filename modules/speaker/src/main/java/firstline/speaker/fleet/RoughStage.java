package firstline.speaker.fleet;

import firstline.speaker.playing.Stage;
import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Play;
import java.util.Random;

/** A silent one that fails now and then, as devices and voices in villages do. */
final class RoughStage implements Stage {
  private final Random random;
  private final SilentStage stage = new SilentStage(play -> {});
  private boolean broken;
  private boolean mute;
  private long doneAt = Long.MAX_VALUE;

  RoughStage(Random random) {
    this.random = random;
  }

  /** The next item has no voice, whoever asks how often. */
  void mute(boolean mute) {
    this.mute = mute;
  }

  /** When what sounds will be over; {@link Long#MAX_VALUE} while nothing does. */
  long doneAt() {
    return doneAt;
  }

  @Override
  public Readiness readiness(Item item, long ticks) {
    return mute ? Readiness.SPEECH_MISSING : Readiness.READY;
  }

  @Override
  public void begin(Play play, Item item, long from, long ticks) {
    broken = random.nextInt(150) == 0;
    doneAt = ticks + Math.max(1, play.length() - from);
    stage.begin(play, item, from, ticks);
  }

  @Override
  public void stop(long ticks) {
    doneAt = Long.MAX_VALUE;
    stage.stop(ticks);
  }

  @Override
  public Sounding sounding(long ticks) {
    var sounding = stage.sounding(ticks);
    if (sounding == Sounding.SOUNDING) {
      return sounding;
    }
    doneAt = Long.MAX_VALUE;
    return broken ? Sounding.BROKEN : Sounding.DONE;
  }
}
