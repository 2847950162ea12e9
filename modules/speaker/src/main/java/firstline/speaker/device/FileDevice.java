package firstline.speaker.device;

import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Play;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * For tests and trials: takes as long as the sound does, then adds a line of JSON {@code {play,
 * item, from, to}} (Unix milliseconds) to a file, and copies what was to be heard into the folder
 * of the same name with {@code .d}.
 */
public final class FileDevice implements Device {
  private final Path log;
  private final LongSupplier time;

  /**
   * A device that writes to that file.
   *
   * @param time the machine's, in Unix milliseconds
   */
  public FileDevice(Path log, LongSupplier time) {
    this.log = log;
    this.time = time;
  }

  @Override
  public void sound(Sound sound) throws IOException, InterruptedException {
    long begun = time.getAsLong();
    try {
      copy(sound);
      long lasts = sound.parts().stream().mapToLong(Sound.Part::length).sum() - sound.from();
      if (lasts > 0) {
        // Nobody counts it down: only the time or an interrupt ends it.
        boolean counted = new CountDownLatch(1).await(lasts, TimeUnit.MILLISECONDS);
        assert !counted;
      }
    } finally {
      write(sound, begun, time.getAsLong());
    }
  }

  /** Adds what comes to one file of samples, at once. */
  @Override
  public void pour(Play play, Item item, Samples samples) throws IOException, InterruptedException {
    long begun = time.getAsLong();
    var folder = Files.createDirectories(log.resolveSibling(log.getFileName() + ".d"));
    var file = folder.resolve(safe(play.id()) + "-live.pcm");
    try {
      for (var next = samples.next(); next.length > 0; next = samples.next()) {
        Files.write(file, next, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } finally {
      write(new Sound(play, item, List.of(), 0), begun, time.getAsLong());
    }
  }

  private void copy(Sound sound) throws IOException {
    var folder = Files.createDirectories(log.resolveSibling(log.getFileName() + ".d"));
    int number = 1;
    for (var part : sound.parts()) {
      Files.copy(
          part.file(),
          folder.resolve(safe(sound.play().id()) + '-' + number + kind(part.file())),
          StandardCopyOption.REPLACE_EXISTING);
      number++;
    }
  }

  /** An id of the protocol may hold anything; a file name may not. */
  private static String safe(String id) {
    return id.replaceAll("[^A-Za-z0-9_-]", "_");
  }

  private static String kind(Path file) {
    return Wave.length(file) > 0 ? ".wav" : ".audio";
  }

  private void write(Sound sound, long from, long to) throws IOException {
    var line =
        Json.text(
            Map.of("play", sound.play().id(), "item", sound.item().id(), "from", from, "to", to));
    Files.writeString(
        log,
        line + '\n',
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
