package firstline.broadcast.media;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * How loud a sound is (ITU-R BS.1770-4).
 *
 * @param loudness integrated, LUFS; −70 for silence
 * @param peak true peak, dBTP
 * @param length that was decoded, milliseconds
 */
record Measured(double loudness, double peak, long length) {
  /** Below it the gate lets nothing through. */
  static final double SILENT = -70;

  private static final Pattern LOUDNESS = Pattern.compile("I: +(-?[0-9.]+|-?inf|nan) LUFS");
  private static final Pattern PEAK = Pattern.compile("Peak: +(-?[0-9.]+|-?inf|nan) dBFS");

  /** Reads what ffmpeg's filter {@code ebur128} says at its end. */
  static Measured of(String said, long length) throws IOException {
    return new Measured(last(LOUDNESS, said), last(PEAK, said), length);
  }

  private static double last(Pattern pattern, String said) throws IOException {
    var matcher = pattern.matcher(said);
    var found = "";
    while (matcher.find()) {
      found = matcher.group(1);
    }
    if (found.isEmpty()) {
      throw new IOException("ffmpeg measured nothing");
    }
    return found.endsWith("inf") || found.equals("nan") ? SILENT : Double.parseDouble(found);
  }

  boolean silent() {
    return loudness <= SILENT;
  }
}
