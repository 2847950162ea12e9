package firstline.speaker.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.speaker.network.MediaCache;
import firstline.speaker.playing.Stage.Readiness;
import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Kind;
import firstline.speaker.protocol.Programme.Media;
import firstline.speaker.protocol.Programme.Play;
import firstline.speaker.protocol.Programme.Preemption;
import firstline.speaker.protocol.Programme.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundStageTest {
  private static final Item ITEM =
      new Item(
          "i",
          Tone.NONE,
          "text",
          "zh",
          List.of(
              new Media("a".repeat(64), 3, "audio/mpeg", 10),
              new Media("b".repeat(64), 3, "audio/mpeg", 10)));
  private static final Play PLAY =
      new Play("p", "i", Kind.ROUTINE, 0, 1, 0, 20, 60_000, 0, Preemption.RESUME, 70, 1, 0);

  @TempDir private Path home;

  private record Only(BlockingQueue<Sound> heard, List<String> types) implements Device {
    @Override
    public void sound(Sound sound) {
      heard.add(sound);
    }

    @Override
    public boolean decodes(String type) {
      return types.contains(type);
    }
  }

  private List<String> heard(List<String> types, boolean both, boolean spoken)
      throws IOException, InterruptedException {
    var speech =
        new Speech(
            Files.createTempDirectory(home, ""),
            Map.of(
                "",
                Template.of(
                    "cp " + Files.write(home.resolve("v"), Wave.tones(400, 10)) + " {file}")));
    if (spoken) {
      speech.speak("text", "zh");
    }
    var heard = new LinkedBlockingQueue<Sound>();
    var thread = Executors.newSingleThreadExecutor();
    try {
      var stage =
          new SoundStage(
              new Only(heard, types),
              media ->
                  both || media.sha256().startsWith("a")
                      ? Optional.of(Path.of(media.sha256().substring(0, 1)))
                      : Optional.empty(),
              speech,
              home.resolve("tones"),
              thread);
      if (stage.readiness(ITEM, 0) != Readiness.READY) {
        assertEquals(Readiness.MEDIA_MISSING, stage.readiness(ITEM, 0));
        return List.of();
      }
      stage.begin(PLAY, ITEM, 0, 0);
      return heard.poll(10, TimeUnit.SECONDS).parts().stream()
          .map(part -> part.file().getFileName().toString())
          .map(name -> name.endsWith(".wav") ? "speech" : name)
          .toList();
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void soundsAreHeardInTheirOrderWhenAllOfThemAreThere() throws Exception {
    assertEquals(List.of("a", "b"), heard(List.of("audio/mpeg"), true, true));
    assertEquals(List.of("speech"), heard(List.of("audio/mpeg"), false, true));
    assertEquals(List.of(), heard(List.of("audio/mpeg"), false, false));
  }

  @Test
  void whatTheDeviceCannotDecodeIsSpokenInstead() throws Exception {
    assertEquals(List.of("speech"), heard(List.of("audio/wav"), true, true));
    assertEquals(List.of(), heard(List.of("audio/wav"), true, false));
  }

  @Test
  void aplayAndJavaSoundKnowNoMp3() {
    assertFalse(new CommandDevice(Template.of("/usr/bin/aplay -q {file}")).decodes("audio/mpeg"));
    assertTrue(new CommandDevice(Template.of("aplay -q {file}")).decodes("audio/wav"));
    assertTrue(new CommandDevice(Template.of("mpv {file}")).decodes("audio/mpeg"));
    assertFalse(new JavaSoundDevice().decodes("audio/mpeg"));
  }

  @Test
  void aWrongSoundUnderTheRightNameIsNotHeardButTheTextUntilTheRightOneCame() throws Exception {
    var sound = Wave.tones(500, 20);
    var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sound));
    var media = new Media(hash, sound.length, "audio/mpeg", 20);
    var item = new Item("e", Tone.NONE, "text", "zh", List.of(media));
    var voice = Files.write(home.resolve("voice"), Wave.tones(400, 10));
    var speech =
        new Speech(home.resolve("speech"), Map.of("", Template.of("cp " + voice + " {file}")));
    speech.speak("text", "zh");
    var heard = new LinkedBlockingQueue<Sound>();
    var cache = new MediaCache(home.resolve("media"), 1_000_000);
    var thread = Executors.newSingleThreadExecutor();
    try {
      var stage =
          new SoundStage(
              new Only(heard, List.of("audio/mpeg")),
              cache::file,
              speech,
              home.resolve("tones"),
              thread);
      var file = home.resolve("media").resolve(hash);
      Files.write(file, Wave.tones(500, 21));
      assertEquals("speech", played(stage, item, heard));
      Files.write(file, sound);
      assertEquals("media", played(stage, item, heard));
    } finally {
      thread.shutdownNow();
    }
  }

  private String played(SoundStage stage, Item item, BlockingQueue<Sound> heard)
      throws InterruptedException {
    stage.begin(PLAY, item, 0, 0);
    return heard
        .poll(10, TimeUnit.SECONDS)
        .parts()
        .get(0)
        .file()
        .getParent()
        .getFileName()
        .toString();
  }
}
