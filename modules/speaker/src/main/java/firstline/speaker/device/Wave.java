package firstline.speaker.device;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** WAV files of 16-bit samples: their length, and the tones that the speaker makes itself. */
final class Wave {
  static final int RATE = 16_000;
  private static final int HEADER = 44;

  private Wave() {}

  /** The length in milliseconds; 0 when it is no WAV file. */
  static long length(Path file) {
    try (var in = Files.newInputStream(file)) {
      var head = ByteBuffer.wrap(in.readNBytes(4_096)).order(ByteOrder.LITTLE_ENDIAN);
      return head.limit() < HEADER || !tag(head, 0).equals("RIFF") || !tag(head, 8).equals("WAVE")
          ? 0
          : length(head, Files.size(file));
    } catch (IOException e) {
      return 0;
    }
  }

  private static long length(ByteBuffer head, long size) {
    long bytesPerSecond = 0;
    int at = 12;
    while (at >= 12 && at + 16 <= head.limit()) {
      long chunk = head.getInt(at + 4) & 0xffff_ffffL;
      if (tag(head, at).equals("fmt ")) {
        bytesPerSecond = head.getInt(at + 16) & 0xffff_ffffL;
      } else if (tag(head, at).equals("data")) {
        // A writer to a pipe does not know the size, and leaves anything there.
        long bytes = Math.min(chunk, size - at - 8);
        return bytesPerSecond == 0 ? 0 : bytes * 1_000 / bytesPerSecond;
      }
      at = (int) Math.min(Integer.MAX_VALUE - 16L, at + 8 + chunk + (chunk & 1));
    }
    return 0;
  }

  private static String tag(ByteBuffer head, int at) {
    var tag = new byte[4];
    head.get(at, tag);
    return new String(tag, StandardCharsets.US_ASCII);
  }

  /** What stands before so many bytes of 16-bit samples, one channel, {@link #RATE}. */
  static byte[] head(int bytes) {
    var out = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + bytes);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
    out.putShort((short) 2).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    return out.array();
  }

  /** A file of these samples. */
  static byte[] of(byte[] samples) {
    var head = head(samples.length);
    var all = Arrays.copyOf(head, HEADER + samples.length);
    System.arraycopy(samples, 0, all, HEADER, samples.length);
    return all;
  }

  /** 16-bit samples, little-endian, from µ-law bytes (ITU-T G.711). */
  static byte[] expanded(byte[] compressed) {
    var out = ByteBuffer.allocate(compressed.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (byte each : compressed) {
      int code = ~each & 0xff;
      int size = ((((code & 0x0f) << 3) + 0x84) << ((code & 0x70) >> 4)) - 0x84;
      out.putShort((short) ((code & 0x80) == 0 ? size : -size));
    }
    return out.array();
  }

  /** Sine tones one after the other: frequency in Hz and length in milliseconds, in turn. */
  static byte[] tones(int... tones) {
    int samples = 0;
    for (int i = 1; i < tones.length; i += 2) {
      samples += RATE / 1_000 * tones[i];
    }
    var out = ByteBuffer.allocate(HEADER + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
    out.put(head(samples * 2));
    for (int i = 0; i < tones.length; i += 2) {
      tone(out, tones[i], RATE / 1_000 * tones[i + 1]);
    }
    return out.array();
  }

  private static void tone(ByteBuffer out, int hertz, int samples) {
    for (int i = 0; i < samples; i++) {
      // Ten milliseconds of rise and fall, so that it does not click.
      double loud = Math.min(1, Math.min(i, samples - i) / (RATE / 100.0));
      out.putShort((short) (12_000 * loud * Math.sin(2 * Math.PI * hertz * i / RATE)));
    }
  }
}
