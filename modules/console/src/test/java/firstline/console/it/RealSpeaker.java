package firstline.console.it;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * The open reference speaker in a process of its own: it enrols, polls, speaks into files and hands
 * its receipts in over the same door as one on a pole.
 */
final class RealSpeaker implements AutoCloseable {
  /** Needs nothing but a JDK: it is no part of the server. */
  private static final Path JAR = Path.of("../speaker/target/speaker.jar");

  private final Process process;

  private RealSpeaker(Process process) {
    this.process = process;
  }

  /** Registered by an engineer in the area, and started with the code that they were given. */
  static RealSpeaker in(URL base, Page engineer, String serial, String area, Path home)
      throws IOException {
    engineer.navigate("/console/broadcast/speaker-form");
    engineer.fill("#serial", serial);
    engineer.fill("#area-shown", area);
    engineer.fill("#place", "村委会楼顶");
    engineer.click("#register");
    var code = engineer.locator("code.code").textContent();
    var spoken = Files.write(home.resolve("spoken.wav"), silence());
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx96m",
            "-jar",
            JAR.toString(),
            "--server",
            base.toString().replaceFirst("/$", ""),
            "--serial",
            serial,
            "--code",
            code,
            "--home",
            home.resolve(serial).toString(),
            "--device",
            "file:" + home.resolve(serial + ".played"),
            // What a voice says is not what is tried here, and not every machine has one.
            "--speech",
            "cp " + spoken + " {file}");
    return new RealSpeaker(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve(serial + ".log").toFile())
            .start());
  }

  /** A second of nothing: RIFF, 8,000 samples of 16 bits, one channel. */
  private static byte[] silence() throws IOException {
    var samples = 8_000;
    var format = new AudioFormat(samples, 16, 1, true, false);
    var out = new ByteArrayOutputStream();
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(new byte[samples * 2]), format, samples),
        AudioFileFormat.Type.WAVE,
        out);
    return out.toByteArray();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
