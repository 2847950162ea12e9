package firstline.publicity.rendition;

import firstline.persistence.program.Program;
import firstline.persistence.requirement.Requirement;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * What ffmpeg makes of films and sounds.
 *
 * @param ffmpeg name or path of the program
 * @param ffprobe name or path of the other
 */
record Films(String ffmpeg, String ffprobe) {
  private static final Duration SHORT = Duration.ofMinutes(2);
  private static final Duration LONG = Duration.ofHours(2);
  private static final int MOMENTS = 12;
  private static final int BARS = 400;
  private static final int RATE = 8_000;

  /** Programs that are not on this machine. */
  @Requirement("R69.4")
  List<String> missing() {
    return Stream.of(ffmpeg, ffprobe).filter(one -> !Program.installed(one)).toList();
  }

  /**
   * Poster with thumbnail and preview, storyboard, and the film for browsers.
   *
   * @param done told of three steps
   */
  Made film(Path file, Path folder, IntConsumer done) throws IOException {
    var told = probe(file, folder);
    var seconds = seconds(told);
    var poster = folder.resolve("poster.jpg");
    run(
        folder,
        SHORT,
        "-ss",
        String.format(Locale.ROOT, "%.2f", Math.min(seconds / 10, 3)),
        "-i",
        file.toString(),
        "-frames:v",
        "1",
        "-vf",
        "scale='min(1280,iw)':-2",
        "-q:v",
        "4",
        poster.toString());
    done.accept(1);
    var small = Small.of(poster, "image/jpeg", folder);
    var files = new ArrayList<>(small.files());
    files.add(new Made.One(Role.POSTER, 1, poster));
    if (seconds >= 2) {
      files.add(new Made.One(Role.STORYBOARD, 1, storyboard(file, folder, seconds)));
    }
    done.accept(2);
    files.add(new Made.One(Role.WEB, 1, web(file, folder, seconds)));
    done.accept(3);
    return new Made(
        files,
        new Made.Facts(
            number(told, "width"),
            number(told, "height"),
            small.facts().colour(),
            0,
            (int) Math.round(seconds)),
        small.fingerprint());
  }

  /** Twelve moments, evenly apart, four in a row. */
  private Path storyboard(Path file, Path folder, double seconds) throws IOException {
    var storyboard = folder.resolve("storyboard.jpg");
    run(
        folder,
        SHORT.multipliedBy(3),
        "-i",
        file.toString(),
        "-an",
        "-frames:v",
        "1",
        "-vf",
        String.format(Locale.ROOT, "fps=%d/%.3f:round=up,scale=240:-2,tile=4x3", MOMENTS, seconds),
        "-q:v",
        "5",
        storyboard.toString());
    return storyboard;
  }

  private Path web(Path file, Path folder, double seconds) throws IOException {
    var web = folder.resolve("web.mp4");
    var limit = Duration.ofSeconds(Math.round(300 + 4 * seconds));
    run(
        folder,
        limit.compareTo(LONG) > 0 ? LONG : limit,
        "-i",
        file.toString(),
        "-map",
        "0:v:0",
        "-map",
        "0:a:0?",
        "-map_metadata",
        "-1",
        "-vf",
        "scale=-2:'min(480,ceil(ih/2)*2)'",
        "-c:v",
        "libx264",
        "-preset",
        "veryfast",
        "-crf",
        "27",
        "-pix_fmt",
        "yuv420p",
        "-threads",
        "1",
        "-c:a",
        "aac",
        "-b:a",
        "96k",
        "-movflags",
        "+faststart",
        web.toString());
    return web;
  }

  /** The waveform, as a picture and as numbers. */
  Made sound(Path file, Path folder, IntConsumer done) throws IOException {
    var seconds = seconds(probe(file, folder));
    var peaks = peaks(file, folder, seconds);
    done.accept(1);
    var numbers = folder.resolve("peaks.txt");
    Files.writeString(
        numbers,
        IntStream.of(peaks).mapToObj(Integer::toString).collect(Collectors.joining("\n", "", "\n")),
        StandardCharsets.US_ASCII);
    return new Made(
        List.of(
            new Made.One(Role.WAVEFORM, 1, drawn(peaks, folder.resolve("waveform.png"))),
            new Made.One(Role.PEAKS, 1, numbers)),
        new Made.Facts(0, 0, "", 0, (int) Math.round(seconds)),
        null);
  }

  /** The loudest sample of each of 400 stretches, in per cent. */
  private int[] peaks(Path file, Path folder, double seconds) throws IOException {
    var peaks = new int[BARS];
    var samples = Math.max(1, seconds * RATE);
    var command =
        List.of(
            ffmpeg,
            "-nostdin",
            "-v",
            "error",
            "-i",
            file.toString(),
            "-vn",
            "-ac",
            "1",
            "-ar",
            Integer.toString(RATE),
            "-f",
            "s16le",
            "-");
    Program.readBehind(
        command,
        folder,
        SHORT.multipliedBy(3),
        stream -> {
          var in = new BufferedInputStream(stream, 1 << 16);
          var sample = 0L;
          for (var low = in.read(); low >= 0; low = in.read()) {
            var value = Math.abs((short) (in.read() << 8 | low));
            var bar = (int) Math.min(BARS - 1, sample * BARS / samples);
            peaks[bar] = Math.max(peaks[bar], value * 100 / Short.MAX_VALUE);
            sample++;
          }
        });
    return IntStream.of(peaks).map(peak -> Math.min(100, peak)).toArray();
  }

  private static Path drawn(int[] peaks, Path file) throws IOException {
    var picture = new BufferedImage(BARS * 3, 160, BufferedImage.TYPE_INT_ARGB);
    var canvas = picture.createGraphics();
    // Seen on white and on dark ground.
    canvas.setColor(new Color(0x3D, 0x8F, 0xD6));
    // A quiet sound has a shape too.
    var loudest = Math.max(1, IntStream.of(peaks).max().orElse(1));
    for (var i = 0; i < peaks.length; i++) {
      var height = Math.max(2, peaks[i] * 156 / loudest);
      canvas.fillRect(i * 3, (160 - height) / 2, 2, height);
    }
    canvas.dispose();
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  private Map<String, String> probe(Path file, Path folder) throws IOException {
    var told = new HashMap<String, String>();
    Program.behind(
        List.of(
            ffprobe,
            "-v",
            "error",
            "-show_entries",
            "format=duration:stream=width,height",
            "-of",
            "default=noprint_wrappers=1",
            file.toString()),
        folder,
        SHORT,
        line -> {
          var equals = line.indexOf('=');
          if (equals > 0) {
            told.putIfAbsent(line.substring(0, equals), line.substring(equals + 1));
          }
        });
    return told;
  }

  private static double seconds(Map<String, String> told) throws IOException {
    var duration = told.getOrDefault("duration", "");
    if (!duration.matches("[0-9]{1,7}(\\.[0-9]+)?")) {
      throw new IOException("no length");
    }
    return Double.parseDouble(duration);
  }

  private static int number(Map<String, String> told, String key) {
    var value = told.getOrDefault(key, "");
    return value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 0;
  }

  private void run(Path folder, Duration limit, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(ffmpeg, "-nostdin", "-y", "-v", "error"));
    command.addAll(List.of(arguments));
    Program.behind(command, folder, limit, line -> {});
  }
}
