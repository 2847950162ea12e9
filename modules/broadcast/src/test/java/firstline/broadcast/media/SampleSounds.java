package firstline.broadcast.media;

import firstline.persistence.program.Program;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Sounds that are computed, as WAV of 16 bits, and what ffmpeg makes of them. */
final class SampleSounds {
  static final int RATE = 24_000;

  private SampleSounds() {}

  /** Something like speech: syllables of noisy tones with pauses between them. */
  static IntToDoubleFunction speech(long seed, double loud) {
    var random = new Random(seed);
    var pitch = 120 + random.nextInt(120);
    return i -> {
      var at = (double) i / RATE;
      var syllable = Math.max(0, Math.sin(2 * Math.PI * 4 * at)) * (at % 3 < 2.4 ? 1 : 0);
      var voice =
          Math.sin(2 * Math.PI * pitch * at)
              + 0.5 * Math.sin(2 * Math.PI * pitch * 3 * at)
              + 0.3 * Math.sin(2 * Math.PI * pitch * 7 * at)
              + 0.2 * (random.nextDouble() - 0.5);
      return loud * syllable * voice / 2;
    };
  }

  static IntToDoubleFunction tone(double hertz, double loud) {
    return i -> loud * Math.sin(2 * Math.PI * hertz * i / RATE);
  }

  /** Writes a WAV file; what is beyond ±1 is clipped. */
  static Path wav(Path file, double seconds, IntToDoubleFunction wave) throws IOException {
    var samples = (int) (seconds * RATE);
    var out = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples * 2);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
    out.putShort((short) 2).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples * 2);
    for (var i = 0; i < samples; i++) {
      out.putShort((short) (32_767 * Math.max(-1, Math.min(1, wave.applyAsDouble(i)))));
    }
    return Files.write(file, out.array());
  }

  /** The file in another form, by ffmpeg and its arguments. */
  static Path converted(Path from, Path to, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-y", "-v", "error", "-i"));
    command.add(from.toString());
    command.addAll(List.of(arguments));
    command.add(to.toString());
    var ran = Program.run(command, to.getParent(), Duration.ofSeconds(30), line -> {});
    if (ran.code() != 0) {
      throw new IOException(ran.said());
    }
    return to;
  }

  /** Measured again, by a command of the test's own. */
  static Measured measured(Path file) throws IOException {
    var heard = new long[1];
    var ran =
        Program.run(
            List.of(
                "ffmpeg",
                "-nostdin",
                "-nostats",
                "-progress",
                "pipe:1",
                "-i",
                file.toString(),
                "-af",
                "ebur128=peak=true:framelog=verbose",
                "-f",
                "null",
                "-"),
            file.getParent(),
            Duration.ofSeconds(30),
            line -> {
              if (line.matches("out_time_us=[0-9]+")) {
                heard[0] = Long.parseLong(line.substring(12)) / 1_000;
              }
            });
    return Measured.of(ran.said(), heard[0]);
  }
}
