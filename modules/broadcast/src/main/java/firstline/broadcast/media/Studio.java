package firstline.broadcast.media;

import firstline.persistence.job.Progress;
import firstline.persistence.program.Program;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Makes any sound file ready for loudspeakers, with ffmpeg. Decoded once; measured; raised or
 * lowered as a whole, and where a peak would stand out, held by a limiter at twice the rate, with
 * the gain found by measuring again: faster, and nearer to the mark, than the filter {@code
 * loudnorm}, which turns speech up and down as it goes. What is kept is measured once more.
 */
final class Studio {
  static final double LOUDNESS = -16;
  static final double LOUDNESS_AROUND = 1;
  static final double PEAK = -1.5;
  static final Duration LONGEST = Duration.ofMinutes(30);
  static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Demuxers of sound files: none that reads another file or an address. */
  private static final String FORMATS =
      "mp3,wav,w64,aiff,caf,ogg,flac,aac,mov,matroska,amr,asf,ac3,wv,ape";

  private static final List<String> CAREFUL =
      List.of("-protocol_whitelist", "file,pipe", "-format_whitelist", FORMATS);

  /** Formats whose header counts the samples: less than it says is a file that was cut off. */
  private static final Set<String> COUNTED = Set.of("wav", "flac", "mov,mp4,m4a,3gp,3g2,mj2");

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String MEASURE = "ebur128=peak=true:framelog=verbose";

  /** What a peak is held to at first; encoders add up to a decibel. */
  private static final double CEILING = -2.5;

  private static final double NEAR = 0.3;
  private static final int TRIES = 4;
  private static final int STEPS = 1_000;

  private final String ffmpeg;
  private final String ffprobe;
  private final Duration longest;

  /**
   * Programs by name or path.
   *
   * @param longest sound that is taken
   */
  Studio(String ffmpeg, String ffprobe, Duration longest) {
    this.ffmpeg = ffmpeg;
    this.ffprobe = ffprobe;
    this.longest = longest;
  }

  /** Names of what this machine lacks. */
  List<String> missing() {
    return List.of(ffmpeg, ffprobe).stream().filter(tool -> !Program.installed(tool)).toList();
  }

  private record Probed(String format, String codec, double told) {}

  /**
   * Makes the sound ready.
   *
   * @param name of the client, for the words of a refusal only
   * @param folder where the results lie; the caller deletes it
   * @throws Refusal {@code media.…} with what is wrong
   */
  @Requirement({"R38.1", "R38.2", "R38.3"})
  Prepared prepare(Path input, String name, Path folder, Progress progress) throws IOException {
    if (Files.size(input) == 0) {
      throw new Refusal("media.empty", name);
    }
    var probed = probe(input, name, folder);
    var decoded = folder.resolve("decoded.wav");
    var came = decode(input, name, decoded, probed, folder, progress);
    if (came.length() < SHORTEST.toMillis()) {
      throw new Refusal("media.short", name);
    }
    if (came.length() > longest.toMillis()) {
      throw new Refusal("media.long", name, longest.toMinutes());
    }
    if (came.silent()) {
      throw new Refusal("media.silent", name);
    }
    var prepared = master(decoded, came, probed.codec(), folder, progress);
    Files.delete(decoded);
    progress.at(STEPS, STEPS);
    return prepared;
  }

  /** What it is, by its content. */
  private Probed probe(Path input, String name, Path folder) throws IOException {
    var command = new ArrayList<>(List.of(ffprobe, "-v", "error"));
    command.addAll(CAREFUL);
    command.addAll(
        List.of(
            "-show_entries",
            "format=format_name,duration:stream=codec_type,codec_name",
            "-of",
            "compact",
            "file:" + input));
    var lines = new ArrayList<String>();
    var ran = Program.run(command, folder, PATIENCE, lines::add);
    var format = "";
    var told = 0.0;
    var codec = "";
    for (var line : lines) {
      if (line.startsWith("format|")) {
        format = field(line, "format_name");
        var duration = field(line, "duration");
        told = duration.matches("[0-9.]+") ? Double.parseDouble(duration) : 0;
      } else if (field(line, "codec_type").equals("audio") && codec.isEmpty()) {
        codec = field(line, "codec_name");
      }
    }
    if (ran.code() != 0 || format.isEmpty()) {
      throw new Refusal("media.type", name, type(input));
    }
    if (codec.isEmpty()) {
      throw new Refusal("media.no-sound", name);
    }
    return new Probed(format, codec, told);
  }

  private static String field(String line, String name) {
    for (var part : line.split("\\|", -1)) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1);
      }
    }
    return "";
  }

  /** For people: what the content looks like. */
  private static String type(Path input) throws IOException {
    try (var stream = new BufferedInputStream(Files.newInputStream(input), 1 << 16)) {
      return MimeTypes.getDefaultMimeTypes().detect(stream, new Metadata()).toString();
    }
  }

  private Measured decode(
      Path input, String name, Path decoded, Probed probed, Path folder, Progress progress)
      throws IOException {
    var command = started();
    command.addAll(CAREFUL);
    command.addAll(
        List.of(
            "-i",
            "file:" + input,
            "-map",
            "0:a:0",
            "-t",
            Long.toString(longest.toSeconds() + 2),
            "-af",
            "aresample=48000,aformat=channel_layouts=mono," + MEASURE,
            "-c:a",
            "pcm_f32le",
            "file:" + decoded));
    var clock = new Heard(progress, 0, STEPS * 2 / 10, Math.round(probed.told() * 1_000));
    var ran = Program.run(command, folder, PATIENCE, clock);
    if (ran.code() != 0 || clock.heard == 0) {
      throw new Refusal("media.broken", name);
    }
    if (COUNTED.contains(probed.format())
        && probed.told() < longest.toSeconds()
        && clock.heard < probed.told() * 900 - 1_000) {
      throw new Refusal("media.cut", name, Math.round(probed.told()), clock.heard / 1_000);
    }
    return Measured.of(ran.said(), clock.heard);
  }

  private List<String> started() {
    return new ArrayList<>(
        List.of(ffmpeg, "-nostdin", "-hide_banner", "-nostats", "-y", "-progress", "pipe:1"));
  }

  /** Finds the gain, encodes, measures what came out, and does it again where it is off. */
  private Prepared master(Path decoded, Measured came, String codec, Path folder, Progress progress)
      throws IOException {
    var ceiling = CEILING;
    var gain = LOUDNESS - came.loudness();
    for (var attempt = 0; attempt < TRIES; attempt++) {
      gain = gain(decoded, came, gain, ceiling, folder, progress);
      var made = encode(decoded, came, filter(came, gain, ceiling), codec, folder, progress);
      var opus = measure(made.opus(), folder, Heard.silent());
      var over = Math.max(made.peak(), opus.peak()) - PEAK;
      var off = LOUDNESS - made.loudness();
      if (over <= 0 && Math.abs(off) <= LOUDNESS_AROUND) {
        return made;
      }
      ceiling -= Math.max(0, over) + (over > 0 ? 0.1 : 0);
      gain += off;
    }
    throw new Refusal("media.loudness");
  }

  /** Where the limiter takes some of the loudness away, more gain gives it back. */
  private double gain(
      Path decoded, Measured came, double first, double ceiling, Path folder, Progress progress)
      throws IOException {
    var gain = first;
    for (var attempt = 0; attempt < TRIES && came.peak() + gain > ceiling; attempt++) {
      var command = started();
      command.addAll(
          List.of(
              "-i",
              "file:" + decoded,
              "-af",
              filter(came, gain, ceiling) + ",aresample=48000," + MEASURE,
              "-f",
              "null",
              "-"));
      var heard = new Heard(progress, STEPS * 2 / 10, STEPS * 5 / 10, came.length());
      var off =
          LOUDNESS - measured(Program.run(command, folder, PATIENCE, heard), heard).loudness();
      if (Math.abs(off) <= NEAR) {
        return gain;
      }
      // A limiter eats about half of what is given.
      gain += off * 1.5;
    }
    return gain;
  }

  private static String filter(Measured came, double gain, double ceiling) {
    var volume = String.format(Locale.ROOT, "volume=%.2fdB", gain);
    return came.peak() + gain <= ceiling
        ? volume
        : String.format(
            Locale.ROOT,
            "aresample=96000,%s,alimiter=limit=%.4f:level=0:attack=5:release=50",
            volume,
            Math.pow(10, ceiling / 20));
  }

  private Prepared encode(
      Path decoded, Measured came, String filter, String codec, Path folder, Progress progress)
      throws IOException {
    var mp3 = folder.resolve("sound.mp3");
    var opus = folder.resolve("sound.opus");
    var command = started();
    command.addAll(
        List.of(
            "-i",
            "file:" + decoded,
            "-filter_complex",
            "[0:a]" + filter + ",aresample=48000,asplit[a][b]"));
    command.addAll(output("[a]", "libmp3lame", "64k", "24000", mp3));
    // Its best takes five times as long, and nobody hears it in speech.
    command.addAll(List.of("-compression_level", "4"));
    command.addAll(output("[b]", "libopus", "32k", "48000", opus));
    var heard = new Heard(progress, STEPS * 5 / 10, STEPS * 9 / 10, came.length());
    var ran = Program.run(command, folder, PATIENCE, heard);
    if (ran.code() != 0) {
      throw new IOException("ffmpeg could not encode: " + ran.said());
    }
    return new Prepared(mp3, opus, measure(mp3, folder, Heard.silent()), codec);
  }

  /** The same bytes for the same sound: no date, no name, no version. */
  private static List<String> output(
      String stream, String codec, String rate, String samples, Path file) {
    return List.of(
        "-map",
        stream,
        "-ac",
        "1",
        "-ar",
        samples,
        "-c:a",
        codec,
        "-b:a",
        rate,
        "-map_metadata",
        "-1",
        "-fflags",
        "+bitexact",
        "-flags:a",
        "+bitexact",
        "file:" + file);
  }

  private Measured measure(Path file, Path folder, Heard heard) throws IOException {
    var command = started();
    command.addAll(
        List.of("-i", "file:" + file, "-af", "aresample=48000," + MEASURE, "-f", "null", "-"));
    return measured(Program.run(command, folder, PATIENCE, heard), heard);
  }

  private static Measured measured(Program.Ran ran, Heard heard) throws IOException {
    if (ran.code() != 0) {
      throw new IOException("ffmpeg failed: " + ran.said());
    }
    return Measured.of(ran.said(), heard.heard);
  }

  /** Follows ffmpeg's {@code -progress}: what was decoded, and how far the work is. */
  private static final class Heard implements Consumer<String> {
    private static final String TIME = "out_time_us=";

    private final Progress progress;
    private final int from;
    private final int to;
    private final long whole;
    private long heard;

    Heard(Progress progress, int from, int to, long whole) {
      this.progress = progress;
      this.from = from;
      this.to = to;
      this.whole = whole;
    }

    static Heard silent() {
      return new Heard(Progress.unseen(), 0, 0, 0);
    }

    @Override
    public void accept(String line) {
      if (line.startsWith(TIME) && line.substring(TIME.length()).matches("[0-9]+")) {
        heard = Long.parseLong(line.substring(TIME.length())) / 1_000;
        var part = whole == 0 ? 0.5 : Math.min(1.0, (double) heard / whole);
        progress.at(from + Math.round((to - from) * part), STEPS);
      }
    }
  }
}
