package firstline.broadcast.media;

import firstline.persistence.database.TestFolder;
import firstline.persistence.job.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How long five minutes of something like speech take until they are ready: at most 10 s. */
final class SoundBench {
  private SoundBench() {}

  public static void main(String[] arguments) throws IOException {
    try (var folder = TestFolder.named("sound-bench")) {
      measure(folder.path());
    }
  }

  private static void measure(Path folder) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (var loud : new double[] {0.05, 0.5, 4}) {
      var input = SampleSounds.wav(folder.resolve("five.wav"), 300, SampleSounds.speech(1, loud));
      var work = Files.createTempDirectory(folder, "");
      var begun = System.nanoTime();
      var made =
          new Studio("ffmpeg", "ffprobe", Studio.LONGEST)
              .prepare(input, "five", work, Progress.unseen());
      out.printf(
          Locale.ROOT,
          "5 min at %.2f: ready in %.1f s, %.1f LUFS, %.1f dBTP, MP3 %d kB, Opus %d kB%n",
          loud,
          (System.nanoTime() - begun) / 1e9,
          made.loudness(),
          made.peak(),
          Files.size(made.mp3()) / 1000,
          Files.size(made.opus()) / 1000);
    }
  }
}
