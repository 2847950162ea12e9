package firstline.speaker.device;

import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Play;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.FloatControl;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Java Sound: WAV, AIFF and AU files on the machine's own sound card. */
public final class JavaSoundDevice implements Device {
  /** Media types of samples as they are. */
  static final Set<String> PLAIN = Set.of("audio/wav", "audio/x-wav", "audio/vnd.wave");

  private static final int CHUNK = 3_200;

  /** Whether this Java has it; a small one may not. */
  public static boolean present() {
    return ModuleLayer.boot().findModule("java.desktop").isPresent();
  }

  @Override
  public boolean decodes(String type) {
    return PLAIN.contains(type);
  }

  @Override
  public void sound(Sound sound) throws IOException, InterruptedException {
    long offset = sound.from();
    for (var part : sound.parts()) {
      sound(part.file(), offset, sound.play().volume());
      offset = 0;
    }
  }

  private static void sound(Path file, long offset, int volume)
      throws IOException, InterruptedException {
    try (var in = AudioSystem.getAudioInputStream(file.toFile());
        SourceDataLine line = AudioSystem.getSourceDataLine(in.getFormat())) {
      line.open(in.getFormat());
      loud(line, volume);
      line.start();
      var format = in.getFormat();
      in.skipNBytes((long) (offset / 1000.0 * format.getFrameRate()) * format.getFrameSize());
      var chunk = new byte[CHUNK / format.getFrameSize() * format.getFrameSize()];
      for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
        if (Thread.interrupted()) {
          line.flush();
          throw new InterruptedException();
        }
        line.write(chunk, 0, read);
      }
      line.drain();
    } catch (LineUnavailableException
        | UnsupportedAudioFileException
        | IllegalArgumentException e) {
      throw new IOException(e);
    }
  }

  /** The line is filled two pieces ahead: what comes a little late leaves no gap. */
  @Override
  public void pour(Play play, Item item, Samples samples) throws IOException, InterruptedException {
    var format = new AudioFormat(Wave.RATE, 16, 1, true, false);
    try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
      line.open(format, 4 * Wave.RATE * 2);
      loud(line, play.volume());
      var first = samples.next();
      var next = first.length == 0 ? first : samples.next();
      line.start();
      line.write(first, 0, first.length);
      while (next.length > 0) {
        line.write(next, 0, next.length);
        next = samples.next();
      }
      line.drain();
    } catch (LineUnavailableException | IllegalArgumentException e) {
      throw new IOException(e);
    }
  }

  private static void loud(SourceDataLine line, int volume) {
    if (line.isControlSupported(FloatControl.Type.MASTER_GAIN)) {
      var gain = (FloatControl) line.getControl(FloatControl.Type.MASTER_GAIN);
      double decibels = volume == 0 ? -80 : 20 * Math.log10(volume / 100.0);
      gain.setValue((float) Math.max(gain.getMinimum(), Math.min(gain.getMaximum(), decibels)));
    }
  }
}
