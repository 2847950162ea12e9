package firstline.speaker.fleet;

import firstline.speaker.playing.Stage;
import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Play;
import java.util.function.Consumer;

/** Has everything, makes no sound, and takes as long as the play says. */
final class SilentStage implements Stage {
  private final Consumer<Play> begun;
  private long doneAt;

  SilentStage(Consumer<Play> begun) {
    this.begun = begun;
  }

  @Override
  public Readiness readiness(Item item, long ticks) {
    return Readiness.READY;
  }

  @Override
  public void begin(Play play, Item item, long from, long ticks) {
    doneAt = ticks + Math.max(1, play.length() - from);
    begun.accept(play);
  }

  @Override
  public void stop(long ticks) {
    doneAt = ticks;
  }

  @Override
  public Sounding sounding(long ticks) {
    return ticks < doneAt ? Sounding.SOUNDING : Sounding.DONE;
  }
}
