package firstline.speaker.device;

import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Play;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A player of the system, started once for each file. */
public final class CommandDevice implements Device {
  /** Players that read a file from their input when it is called {@code -}. */
  private static final Set<String> READERS = Set.of("mpv", "ffplay", "aplay");

  private final Template template;

  /**
   * A template with {@code {file}}, and {@code {volume}} (0 to 100) and {@code {offset}} (seconds)
   * where the player knows them.
   */
  public CommandDevice(Template template) {
    this.template = template;
  }

  @Override
  public void sound(Sound sound) throws IOException, InterruptedException {
    long offset = sound.from();
    for (var part : sound.parts()) {
      run(
          template.filled(
              Map.of(
                  "file", part.file().toString(),
                  "volume", Integer.toString(sound.play().volume()),
                  "offset", String.format(Locale.ROOT, "%.3f", offset / 1000.0))));
      offset = 0;
    }
  }

  @Override
  public boolean decodes(String type) {
    // aplay plays MP3 as noise.
    return !Path.of(template.arguments().get(0)).endsWith("aplay")
        || JavaSoundDevice.PLAIN.contains(type);
  }

  /** One player for all of it, which reads a WAV file without an end. */
  @Override
  public void pour(Play play, Item item, Samples samples) throws IOException, InterruptedException {
    if (!READERS.contains(String.valueOf(Path.of(template.arguments().get(0)).getFileName()))) {
      Device.super.pour(play, item, samples);
      return;
    }
    var values = Map.of("file", "-", "volume", Integer.toString(play.volume()), "offset", "0");
    var process =
        new ProcessBuilder(template.filled(values))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      try (var out = process.getOutputStream()) {
        out.write(Wave.head(Integer.MAX_VALUE - 64));
        for (var next = samples.next(); next.length > 0; next = samples.next()) {
          out.write(next);
          out.flush();
        }
      }
      // Cut off in the middle of its file, it may well complain; it was heard.
      process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(Template.nothing()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException(command.get(0) + " ended with " + code);
      }
    } finally {
      // Stopped in the middle, it must not go on sounding.
      process.destroyForcibly();
    }
  }
}
