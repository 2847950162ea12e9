package firstline.broadcast.media;

import static firstline.broadcast.media.SampleSounds.converted;
import static firstline.broadcast.media.SampleSounds.measured;
import static firstline.broadcast.media.SampleSounds.speech;
import static firstline.broadcast.media.SampleSounds.tone;
import static firstline.broadcast.media.SampleSounds.wav;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.job.Progress;
import firstline.persistence.program.Program;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Computed sounds through the real ffmpeg. */
class MakingSoundsTest {
  private final Studio studio = new Studio("ffmpeg", "ffprobe", Studio.LONGEST);

  @TempDir private Path folder;

  private Prepared prepared(Path input) throws IOException {
    return studio.prepare(input, "a.mp3", Files.createTempDirectory(folder, ""), Progress.unseen());
  }

  private Refusal refused(Path input) {
    return assertThrows(Refusal.class, () -> prepared(input));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static Measured assertEven(Prepared made) throws IOException {
    var mp3 = measured(made.mp3());
    for (var again : List.of(mp3, measured(made.opus()))) {
      assertEquals(-16, again.loudness(), 1, again.toString());
      assertTrue(again.peak() <= -1.5, again.toString());
    }
    assertEquals(made.loudness(), mp3.loudness(), 0.15);
    return mp3;
  }

  @Test
  @Requirement("R38.2")
  void speechIsAsLoudAsAllSpeechHoweverItCame() throws IOException {
    for (var loud : new double[] {0.8, 0.004}) {
      assertEven(prepared(wav(file("speech.wav"), 3, speech(7, loud))));
    }
  }

  @Test
  @Requirement("R38.2")
  void clippedSpeechAndAPlainToneAreHeldBelowThePeak() throws IOException {
    assertEven(prepared(wav(file("clipped.wav"), 3, speech(8, 9))));
    assertEven(prepared(wav(file("tone.wav"), 3, tone(997, 0.9))));
  }

  @Test
  @Requirement({"R38.2", "R38.3"})
  void everyUsualFormIsTaken() throws IOException {
    var source = wav(file("source.wav"), 2, speech(9, 0.3));
    for (var form : List.of("mp3", "ogg", "m4a", "webm")) {
      var made = prepared(converted(source, file("in." + form), "-ac", "2"));
      assertEquals(2_000, made.length(), 120, form);
      assertEquals(assertEven(made).length(), made.length(), 2, form);
    }
  }

  @Test
  @Requirement("R38.3")
  void theHeaderIsNotBelievedAboutTheLength() throws IOException {
    var source = wav(file("source.wav"), 4, speech(10, 0.3));
    var bytes = Files.readAllBytes(source);
    // A writer to a pipe leaves any length in the header.
    Arrays.fill(bytes, 40, 44, (byte) 0xff);
    Arrays.fill(bytes, 4, 8, (byte) 0xff);
    assertEquals(4_000, prepared(Files.write(file("piped.wav"), bytes)).length(), 60);
  }

  @Test
  @Requirement("R38.1")
  void whatIsNoSoundIsRefusedByItsContent() throws IOException {
    var png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", png);
    var picture = refused(Files.write(file("picture.mp3"), png.toByteArray()));
    assertEquals("media.type", picture.code());
    assertEquals("image/png", picture.arguments().get(1));
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("a.mp3"));
      zip.write(new byte[1_000]);
    }
    assertEquals(
        "application/zip",
        refused(Files.write(file("zip.mp3"), packed.toByteArray())).arguments().get(1));
    assertEquals("media.empty", refused(Files.createFile(file("empty.mp3"))).code());
    assertEquals("media.type", refused(Files.write(file("bytes.mp3"), new byte[9_000])).code());
  }

  @Test
  @Requirement("R38.1")
  void noOtherFileAndNoAddressIsReadForTheSakeOfOne() throws IOException {
    var secret = wav(file("secret.wav"), 2, tone(440, 0.5));
    for (var list :
        List.of(
            "#EXTM3U\n#EXTINF:2,\nfile://" + secret + "\n",
            "ffconcat version 1.0\nfile '" + secret + "'\n",
            "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=audio 9 RTP/AVP 0\n")) {
      var told = Files.writeString(file("list.mp3"), list, StandardCharsets.UTF_8);
      assertEquals("media.type", refused(told).code(), list);
    }
  }

  @Test
  @Requirement("R38.1")
  void aFilmWithoutSoundIsRefused() throws IOException {
    var film =
        converted(
            wav(file("a.wav"), 1, tone(440, 0.5)),
            file("film.mp4"),
            "-f",
            "lavfi",
            "-i",
            "color=size=64x64:duration=2",
            "-map",
            "1:v",
            "-c:v",
            "mpeg4");
    assertEquals("media.no-sound", refused(film).code());
  }

  @Test
  @Requirement("R38.1")
  void silenceAndAWinkAreRefused() throws IOException {
    assertEquals("media.silent", refused(wav(file("silent.wav"), 3, i -> 0)).code());
    assertEquals("media.silent", refused(wav(file("noise.wav"), 3, tone(440, 0.00008))).code());
    assertEquals("media.short", refused(wav(file("short.wav"), 0.7, tone(440, 0.5))).code());
  }

  @Test
  @Requirement("R38.1")
  void whatIsLongerThanTheLongestIsRefused() throws IOException {
    assertEquals(Duration.ofMinutes(30), Studio.LONGEST);
    var minute = new Studio("ffmpeg", "ffprobe", Duration.ofMinutes(1));
    var source = wav(file("source.wav"), 60.1, tone(440, 0.2));
    var refusal =
        assertThrows(
            Refusal.class, () -> minute.prepare(source, "a.mp3", folder, Progress.unseen()));
    assertEquals("media.long", refusal.code());
    assertEquals(1L, refusal.arguments().get(1));
  }

  @Test
  @Requirement("R38.1")
  void aBrokenFileIsRefusedAndOneThatWasCutSaysHowMuchIsThere() throws IOException {
    var source = wav(file("source.wav"), 10, speech(11, 0.3));
    var flac = Files.readAllBytes(converted(source, file("whole.flac")));
    var cut = refused(Files.write(file("cut.flac"), Arrays.copyOf(flac, flac.length / 2)));
    assertEquals("media.cut", cut.code());
    assertEquals(10L, cut.arguments().get(1));
    var m4a = Files.readAllBytes(converted(source, file("whole.m4a")));
    var headless = Files.write(file("cut.m4a"), Arrays.copyOf(m4a, m4a.length / 2));
    assertEquals("media.type", refused(headless).code());
  }

  @Test
  @Requirement("R38.2")
  void theSameSoundHasTheSameBytes() throws IOException {
    var source = wav(file("source.wav"), 3, speech(12, 0.3));
    var one = prepared(source);
    assertArrayEquals(Files.readAllBytes(one.mp3()), Files.readAllBytes(prepared(source).mp3()));
  }

  @Test
  @Requirement("R38.4")
  void whatThisMachineLacksIsNamed() {
    assertEquals(List.of(), studio.missing());
    assertEquals(
        List.of("no-such-tool"), new Studio("no-such-tool", "ffprobe", Studio.LONGEST).missing());
  }

  @Test
  @Requirement("R38.8")
  void progressRisesAndACancelledSoundIsNotMade() throws IOException {
    var source = wav(file("source.wav"), 30, speech(13, 0.3));
    var seen = new java.util.ArrayList<Long>();
    var ran =
        Program.run(
            List.of(
                "ffmpeg",
                "-nostdin",
                "-v",
                "error",
                "-progress",
                "pipe:1",
                "-i",
                source.toString(),
                "-f",
                "null",
                "-"),
            folder,
            Duration.ofSeconds(30),
            line -> {
              if (line.matches("out_time_us=[0-9]+")) {
                seen.add(Long.parseLong(line.substring(12)));
              }
            });
    assertEquals(0, ran.code());
    assertEquals(30_000_000L, seen.get(seen.size() - 1));
    assertEquals(seen.stream().sorted().toList(), seen);
    var stop = new Refusal("job.cancelled");
    assertEquals(
        "job.cancelled",
        assertThrows(
                Refusal.class,
                () ->
                    Program.run(
                        List.of(
                            "ffmpeg",
                            "-nostdin",
                            "-progress",
                            "pipe:1",
                            "-i",
                            source.toString(),
                            "-f",
                            "null",
                            "-"),
                        folder,
                        Duration.ofSeconds(30),
                        line -> {
                          throw stop;
                        }))
            .code());
  }

  @Test
  @Requirement("R38.4")
  void aProgramThatDoesNotEndIsKilled() {
    var begun = System.nanoTime();
    assertThrows(
        Program.TooSlow.class,
        () ->
            Program.run(
                List.of(
                    "ffmpeg",
                    "-nostdin",
                    "-re",
                    "-f",
                    "lavfi",
                    "-i",
                    "anullsrc",
                    "-f",
                    "null",
                    "-"),
                folder,
                Duration.ofMillis(300),
                line -> {}));
    assertTrue(System.nanoTime() - begun < 5_000_000_000L);
  }
}
