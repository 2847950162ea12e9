package firstline.persistence.time;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Time that runs so many times as fast, in a demo alone: a day of loudspeakers in half an hour. It
 * is continued over restarts and at another speed, and never jumps.
 *
 * @param real milliseconds of the epoch by the machine at some moment
 * @param shown milliseconds of the epoch that the product showed at that moment
 * @param speed 1 to {@link #FASTEST}
 */
public record Tempo(long real, long shown, int speed) {
  /** What a fleet beside it can follow on two cores. */
  public static final int FASTEST = 60;

  private static final String FILE = "clock";

  /**
   * The tempo of a data folder from now on: kept there as {@code real shown speed}, since whoever
   * has seen a time must never see an earlier one.
   *
   * @param speed 1 for the machine's own
   * @throws CannotStart in words, if the speed is none, or no demo's
   */
  @Requirement({"R53.1", "R53.2"})
  public static Tempo of(Path home, boolean demo, int speed, long now) {
    if (speed < 1 || speed > FASTEST || (speed > 1 && !demo)) {
      throw new CannotStart(
          "FIRSTLINE_SPEED is 1 to " + FASTEST + ", and only for a demo",
          "FIRSTLINE_SPEED 只能是 1 到 " + FASTEST + "，且只用于演示");
    }
    var file = home.resolve(FILE);
    try {
      if (!demo || (speed == 1 && !Files.exists(file))) {
        return new Tempo(now, now, 1);
      }
      var kept = Files.exists(file) ? read(Files.readString(file)) : new Tempo(now, now, 1);
      var tempo = new Tempo(now, kept.at(now), speed);
      var written = Files.writeString(home.resolve(FILE + ".new"), tempo.text());
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return tempo;
    } catch (IOException e) {
      throw new CannotStart(
          "the clock in " + file + " cannot be read or written", "无法读写时钟文件 " + file, e);
    }
  }

  private static Tempo read(String text) throws IOException {
    if (!text.strip().matches("[0-9]{1,15} [0-9]{1,15} [0-9]{1,3}")) {
      throw new IOException("no clock: " + text);
    }
    var parts = text.strip().split(" ", -1);
    return new Tempo(
        Long.parseLong(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
  }

  private String text() {
    return real + " " + shown + " " + speed + "\n";
  }

  /** The time that is shown when it is so late by the machine; milliseconds of the epoch. */
  long at(long now) {
    return shown + (now - real) * speed;
  }

  /** True where the machine's own time is shown. */
  boolean isReal() {
    return speed == 1 && shown == real;
  }

  /** The machine's clock, as it is shown. */
  Clock shown(Clock machine) {
    return isReal() ? machine : new Shown(machine, this);
  }

  private static final class Shown extends Clock {
    private final Clock machine;
    private final Tempo tempo;

    Shown(Clock machine, Tempo tempo) {
      this.machine = machine;
      this.tempo = tempo;
    }

    @Override
    public Instant instant() {
      var now = machine.instant();
      var since = Duration.between(Instant.ofEpochMilli(tempo.real), now);
      return Instant.ofEpochMilli(tempo.shown).plus(since.multipliedBy(tempo.speed));
    }

    @Override
    public ZoneId getZone() {
      return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new Shown(machine.withZone(zone), tempo);
    }
  }
}
