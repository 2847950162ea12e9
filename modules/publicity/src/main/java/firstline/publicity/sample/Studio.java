package firstline.publicity.sample;

import firstline.persistence.program.Program;
import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes short films of drawings, where ffmpeg is installed: six seconds of 320 by 180 pixels in
 * H.264.
 *
 * @param ffmpeg name or path of the program
 */
record Studio(String ffmpeg) {
  private static final int FRAMES = 16;
  private static final int RATE = 8;
  private static final int TURNS = 3;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  boolean isOpen() {
    return Program.installed(ffmpeg);
  }

  /**
   * A film as MP4.
   *
   * @param sound true for one with the drawing's jingle
   * @throws UncheckedIOException if this ffmpeg cannot
   */
  @Requirement("R74.2")
  byte[] film(Drawing drawing, boolean sound) {
    try {
      return made(drawing, sound);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] made(Drawing drawing, boolean sound) throws IOException {
    var folder = Files.createTempDirectory("firstline-film");
    try {
      for (var frame = 0; frame < FRAMES; frame++) {
        Files.write(
            folder.resolve(frame + ".png"), drawing.frame(320, 180, frame / (double) FRAMES));
      }
      Files.write(folder.resolve("jingle.wav"), drawing.jingle());
      var film = folder.resolve("film.mp4");
      var ran = Program.run(command(folder, film, sound), folder, LIMIT, line -> {});
      if (ran.code() != 0) {
        throw new IOException(ran.said());
      }
      return Files.readAllBytes(film);
    } finally {
      delete(folder);
    }
  }

  private List<String> command(Path folder, Path film, boolean sound) {
    var length = Integer.toString(FRAMES * TURNS / RATE);
    var command =
        new ArrayList<>(
            List.of(
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
                folder.resolve("%d.png").toString()));
    if (sound) {
      command.addAll(List.of("-stream_loop", "-1", "-i", folder.resolve("jingle.wav").toString()));
      command.addAll(List.of("-c:a", "aac", "-b:a", "48k"));
    }
    command.addAll(
        List.of("-t", length, "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"));
    command.addAll(List.of("-threads", "1", "-movflags", "+faststart", film.toString()));
    return command;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
