package firstline.publicity.sample;

import firstline.persistence.program.Program;
import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Makes short films of drawings, where ffmpeg is installed: six seconds of 320 by 180 pixels in
 * H.264.
 *
 * @param ffmpeg name or path of the program
 */
record Studio(String ffmpeg) {
  private static final int FRAMES = 12;
  private static final int RATE = 6;
  private static final int TURNS = 3;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  boolean isOpen() {
    return Program.installed(ffmpeg);
  }

  /**
   * A film as MP4, with the drawing's jingle.
   *
   * @throws UncheckedIOException if this ffmpeg cannot
   */
  @Requirement("R74.2")
  byte[] film(Drawing drawing) {
    try {
      return made(drawing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] made(Drawing drawing) throws IOException {
    var folder = Files.createTempDirectory("firstline-film");
    try {
      for (var frame = 0; frame < FRAMES; frame++) {
        Files.write(
            folder.resolve(frame + ".png"), drawing.frame(320, 180, frame / (double) FRAMES));
      }
      Files.write(folder.resolve("jingle.wav"), drawing.jingle());
      var film = folder.resolve("film.mp4");
      var ran = Program.run(command(folder, film), folder, LIMIT, line -> {});
      if (ran.code() != 0) {
        throw new IOException(ran.said());
      }
      return Files.readAllBytes(film);
    } finally {
      delete(folder);
    }
  }

  private List<String> command(Path folder, Path film) {
    return List.of(
        ffmpeg,
        "-nostdin",
        "-y",
        "-v",
        "error",
        "-stream_loop",
        Integer.toString(TURNS - 1),
        "-framerate",
        Integer.toString(RATE),
        "-i",
        folder.resolve("%d.png").toString(),
        "-stream_loop",
        "-1",
        "-i",
        folder.resolve("jingle.wav").toString(),
        "-t",
        Integer.toString(FRAMES * TURNS / RATE),
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-pix_fmt",
        "yuv420p",
        "-c:a",
        "aac",
        "-b:a",
        "48k",
        "-threads",
        "1",
        "-movflags",
        "+faststart",
        film.toString());
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
