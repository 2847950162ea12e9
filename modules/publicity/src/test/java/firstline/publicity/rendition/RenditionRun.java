package firstline.publicity.rendition;

import firstline.publicity.SamplePictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** Photographs of 12 megapixels made small: for the bench. */
public final class RenditionRun {
  private static final int PICTURES = 6;
  private static final int ROUNDS = 16;

  private RenditionRun() {}

  /** Draws photographs, then times thumbnails alone and all that a picture gets. */
  public static String run(Path folder, int cores) throws Exception {
    var photographs = new ArrayList<Path>();
    var bytes = 0L;
    for (var i = 0; i < PICTURES; i++) {
      var picture = SamplePictures.photograph(900 + i, 4_000, 3_000);
      grain(picture);
      var file = folder.resolve("photograph-" + i + ".jpg");
      Files.write(file, SamplePictures.jpeg(picture, 0.85));
      bytes += Files.size(file);
      photographs.add(file);
    }
    ToIntFunction<Path> thumbnail =
        file -> {
          try {
            var made = Files.createTempFile(folder, "", ".jpg");
            Small.jpeg(Small.thumbnail(file, "image/jpeg"), made);
            return 1;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    ToIntFunction<Path> all =
        file -> {
          try {
            var made = Small.of(file, "image/jpeg", Files.createTempDirectory(folder, ""));
            // The fingerprint is the third thing that a picture gets.
            return made.files().size() + (made.fingerprint() == null ? 0 : 1);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    rate(photographs, thumbnail, cores, 4);
    return String.format(
        Locale.ROOT,
        "12-megapixel photographs (%.1f MB each) on %d cores: thumbnails %.1f/s (at least 18),"
            + " thumbnail + preview + fingerprint %.1f assets/s (at least 8)",
        bytes / 1048576.0 / PICTURES,
        cores,
        rate(photographs, thumbnail, cores, ROUNDS),
        rate(photographs, all, cores, ROUNDS));
  }

  /** A sensor's noise, without which a photograph packs to nothing. */
  private static void grain(BufferedImage picture) {
    var random = new Random(12);
    var line = new int[picture.getWidth()];
    for (var y = 0; y < picture.getHeight(); y++) {
      picture.getRGB(0, y, line.length, 1, line, 0, line.length);
      for (var x = 0; x < line.length; x++) {
        var noise = random.nextInt(17) - 8;
        line[x] =
            lit(line[x] >> 16 & 0xFF, noise) << 16
                | lit(line[x] >> 8 & 0xFF, noise) << 8
                | lit(line[x] & 0xFF, noise);
      }
      picture.setRGB(0, y, line.length, 1, line, 0, line.length);
    }
  }

  private static int lit(int value, int noise) {
    return Math.min(255, Math.max(0, value + noise));
  }

  private static double rate(List<Path> files, ToIntFunction<Path> work, int cores, int rounds)
      throws InterruptedException, ExecutionException {
    var pool = Executors.newFixedThreadPool(cores);
    try {
      var tasks = new ArrayList<Callable<Integer>>();
      for (var i = 0; i < rounds; i++) {
        for (var file : files) {
          tasks.add(() -> work.applyAsInt(file));
        }
      }
      var begun = System.nanoTime();
      for (var done : pool.invokeAll(tasks)) {
        done.get();
      }
      return tasks.size() / ((System.nanoTime() - begun) / 1e9);
    } finally {
      pool.shutdownNow();
    }
  }
}
