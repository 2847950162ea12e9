package firstline.speaker.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.speaker.device.Listening.Heard;
import firstline.speaker.playing.Stage.Readiness;
import firstline.speaker.playing.Stage.Sounding;
import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Kind;
import firstline.speaker.protocol.Programme.Play;
import firstline.speaker.protocol.Programme.Preemption;
import firstline.speaker.protocol.Programme.Tone;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is heard of a live page whose pieces come as they are scripted. */
class LivePagesTest {
  private static final Item ITEM = new Item("i", Tone.NONE, "text", "zh", List.of(), "s1");
  private static final Play PLAY =
      new Play("p", "i", Kind.LIVE, 0, 1, 0, 20, 60_000, 0, Preemption.RESUME, 70, 1, 0);
  private static final String QUIET = "-";

  @TempDir private Path home;

  /** Files by {@link Device#sound}, streams by {@link Device#pour}, in the order heard. */
  private record Ear(List<String> heard) implements Device {
    @Override
    public void sound(Sound sound) {
      heard.add("text");
    }

    @Override
    public void pour(Play play, Item item, Samples samples) throws InterruptedException {
      for (var next = samples.next(); next.length > 0; next = samples.next()) {
        heard.add("live " + next.length);
      }
    }
  }

  private String play(boolean voice, String... script) throws Exception {
    var speech =
        new Speech(
            Files.createTempDirectory(home, ""),
            Map.of(
                "",
                Template.of(
                    "cp " + Files.write(home.resolve("v"), Wave.tones(400, 10)) + " {file}")));
    if (voice) {
      speech.speak("text", "zh");
    }
    var thread = Executors.newSingleThreadExecutor();
    var done = new CountDownLatch(1);
    var heard = new ArrayList<String>();
    var asked = new ArrayList<Long>();
    try {
      var stage =
          new SoundStage(
              new Ear(heard), media -> Optional.empty(), speech, home.resolve("tones"), thread);
      stage.whenDone(done::countDown);
      stage.tune(
          (stream, number) -> {
            asked.add(number);
            assertEquals("s1", stream);
            var next = asked.size() > script.length ? "over" : script[asked.size() - 1];
            return switch (next) {
              case "over" -> Heard.OVER;
              case QUIET -> silence();
              default -> new Heard(Listening.State.SOUND, Long.parseLong(next), new byte[100]);
            };
          },
          60);
      assertEquals(Readiness.READY, stage.readiness(ITEM, 0));
      stage.begin(PLAY, ITEM, 0, 0);
      assertTrue(done.await(10, TimeUnit.SECONDS));
      heard.add(0, asked.toString());
      heard.add(stage.sounding(0) == Sounding.DONE ? "done" : "broken");
      return String.join(", ", heard);
    } finally {
      thread.shutdownNow();
    }
  }

  /** Longer than the patience of these tests. */
  private static Heard silence() {
    return new CompletableFuture<Heard>()
        .completeOnTimeout(Heard.NOTHING, 70, TimeUnit.MILLISECONDS)
        .join();
  }

  @Test
  void itBeginsWithTheNewestPieceAndGoesOnFromThere() throws Exception {
    assertEquals(
        "[0, 8, 9, 12], live 200, live 200, live 200, done", play(true, "7", "8", "11", "over"));
  }

  @Test
  void theTextIsSpokenOnceWhenNothingComesForLong() throws Exception {
    assertEquals(
        "[0, 5, 5, 5, 6], live 200, text, live 200, done",
        play(true, "4", QUIET, QUIET, "5", "over"));
    assertEquals("[0, 0, 1], text, live 200, done", play(true, QUIET, "0", "over"));
  }

  @Test
  void whoHeardNothingOfItHearsTheText() throws Exception {
    assertEquals("[0], text, done", play(true, "over"));
    assertEquals("[0], broken", play(false, "over"));
  }

  @Test
  void compandedSamplesAreThoseOfTheStandard() {
    // ITU-T G.711, table 2a: the ends and the middle of the scale, times four.
    var samples =
        ByteBuffer.wrap(Wave.expanded(new byte[] {0x00, (byte) 0x80, (byte) 0xff, 0x7f, 0x55}))
            .order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(-32_124, samples.getShort());
    assertEquals(32_124, samples.getShort());
    assertEquals(0, samples.getShort());
    assertEquals(0, samples.getShort());
    assertEquals(-716, samples.getShort());
  }

  @Test
  void aWaveOfPiecesHasTheirLength() throws Exception {
    var file = Files.write(home.resolve("w.wav"), Wave.of(new byte[32_000]));
    assertEquals(1_000, Wave.length(file));
  }
}
