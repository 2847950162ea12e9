package firstline.rumour.rumour;

import firstline.persistence.refusal.Refusal;
import java.time.Duration;

/**
 * How pressing a rumour is: harm × spread × urgency, each from 1, low, to 3, high.
 *
 * @param harm what happens to those who believe it
 * @param spread how far it has gone and how fast it goes
 * @param urgency how soon it does its harm
 */
public record Triage(int harm, int spread, int urgency) {
  /** Middling in everything: nobody has looked yet. */
  public static final Triage UNSEEN = new Triage(2, 2, 2);

  private static final int HIGH = 18;
  private static final int MIDDLE = 8;

  public Triage {
    if (outside(harm) || outside(spread) || outside(urgency)) {
      throw new Refusal("rumour.triage");
    }
  }

  private static boolean outside(int value) {
    return value < 1 || value > 3;
  }

  /** From 1 to 27. */
  public int priority() {
    return harm * spread * urgency;
  }

  /** How soon the public is to have the answer, counted from the first report. */
  public Duration target(Targets targets) {
    if (priority() >= HIGH) {
      return targets.high();
    }
    return priority() >= MIDDLE ? targets.middle() : targets.low();
  }
}
