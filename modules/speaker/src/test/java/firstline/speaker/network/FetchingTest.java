package firstline.speaker.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.speaker.protocol.Programme;
import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Kind;
import firstline.speaker.protocol.Programme.Media;
import firstline.speaker.protocol.Programme.Play;
import firstline.speaker.protocol.Programme.Preemption;
import firstline.speaker.protocol.Programme.Tone;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchingTest {
  private static final long NOON = 1_769_400_000_000L;
  private static final long LATER = NOON + 86_400_000;

  @TempDir Path folder;
  private final byte[] sound = new byte[100_000];
  private TestServer server;
  private MediaCache cache;
  private Fetching fetching;
  private Media media;

  @BeforeEach
  void plan() throws Exception {
    new Random(3).nextBytes(sound);
    server = new TestServer();
    cache = new MediaCache(folder.resolve("media"), 0);
    fetching = new Fetching(cache, HttpClient.newHttpClient(), server.address(), new Random(5));
    var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sound));
    media = new Media(hash, sound.length, "audio/wav", 1_000);
    fetching.plan(programme(media), NOON);
  }

  private static Programme programme(Media... media) {
    var play =
        new Play(
            "p",
            "i",
            Kind.ROUTINE,
            0,
            1,
            NOON + 3_600_000,
            1_000,
            LATER,
            1_000,
            Preemption.DROP,
            70,
            1,
            0);
    return new Programme(
        "a",
        1,
        NOON,
        LATER,
        LATER,
        60_000,
        Programme.SPREAD,
        Map.of("i", new Item("i", Tone.NONE, "", "zh", List.of(media))),
        List.of(play),
        List.of(),
        Set.of());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void bringsASoundAtARandomMomentBeforeItsPlay() throws Exception {
    server.media.put(media.sha256(), sound);
    assertFalse(fetching.fetch(NOON), "not all speakers at once");
    assertTrue(fetching.fetch(NOON + 3_540_000));
    assertArrayEquals(sound, Files.readAllBytes(cache.file(media).orElseThrow()));
  }

  @Test
  void goesOnWhereTheLineWasCut() throws Exception {
    server.media.put(media.sha256(), sound);
    server.cutMediaAfter(30_000);
    assertFalse(fetching.fetch(LATER));
    assertEquals(media.sha256(), fetching.missing().orElseThrow());
    assertTrue(fetching.fetch(LATER + 60_000));
    assertTrue(server.ranges.get(1).matches("bytes=[1-9][0-9]*-"), server.ranges.toString());
    assertArrayEquals(sound, Files.readAllBytes(cache.file(media).orElseThrow()));
  }

  @Test
  void refusesAWrongSoundUnderTheRightName() throws Exception {
    var wrong = sound.clone();
    wrong[50_000]++;
    server.media.put(media.sha256(), wrong);
    assertFalse(fetching.fetch(LATER));
    assertTrue(cache.file(media).isEmpty());
    server.media.put(media.sha256(), new byte[sound.length + 1]);
    assertFalse(fetching.fetch(LATER + 60_000), "nor one that is longer than was signed");
    assertTrue(cache.file(media).isEmpty());
    server.media.put(media.sha256(), sound);
    assertTrue(fetching.fetch(LATER + 600_000));
  }

  @Test
  void takesItFromAMemoryStickWhenItIsTheRightOne() throws Exception {
    var stick = Files.createDirectories(folder.resolve("stick/m"));
    Files.write(stick.resolve(media.sha256()), new byte[sound.length]);
    assertFalse(fetching.copyFrom(folder.resolve("stick")));
    Files.write(stick.resolve(media.sha256()), sound);
    assertTrue(fetching.copyFrom(folder.resolve("stick")));
    assertTrue(cache.file(media).isPresent());
  }

  @Test
  void deletesWhatNoProgrammeNeeds() throws Exception {
    server.media.put(media.sha256(), sound);
    assertTrue(fetching.fetch(LATER));
    fetching.plan(programme(), NOON);
    assertTrue(cache.file(media).isEmpty());
  }

  @Test
  void doesNotPlayWhatWasSpoiltOnTheDisk() throws Exception {
    server.media.put(media.sha256(), sound);
    assertTrue(fetching.fetch(LATER));
    Files.write(folder.resolve("media").resolve(media.sha256()), new byte[10]);
    assertTrue(new MediaCache(folder.resolve("media"), 0).file(media).isEmpty());
  }
}
