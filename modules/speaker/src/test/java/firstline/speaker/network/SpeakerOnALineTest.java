package firstline.speaker.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.speaker.device.FileDevice;
import firstline.speaker.device.SoundStage;
import firstline.speaker.device.Speech;
import firstline.speaker.device.Template;
import firstline.speaker.journal.FileDisk;
import firstline.speaker.network.Conversation.Surroundings;
import firstline.speaker.protocol.Malformed;
import firstline.speaker.terminal.Terminal;
import firstline.speaker.terminal.Terminal.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole speaker with files, speech and a device, against a server that believes nothing. */
class SpeakerOnALineTest {
  private static final long DAY = 86_400_000;

  @TempDir Path home;
  private TestServer server;
  private ScheduledExecutorService timer;
  private Terminal terminal;
  private Conversation conversation;
  private SoundStage stage;
  private final List<String> troubles = new CopyOnWriteArrayList<>();

  @BeforeEach
  void switchOn() throws IOException {
    server = new TestServer();
    Files.write(home.resolve("voice.wav"), wave(300));
    on();
  }

  private void on() throws IOException {
    timer = Executors.newScheduledThreadPool(2);
    var machine = Machine.real(System::currentTimeMillis);
    var speech =
        new Speech(
            home.resolve("speech"),
            Map.of("", Template.of("cp " + home.resolve("voice.wav") + " {file}")));
    stage =
        new SoundStage(
            new FileDevice(home.resolve("heard"), machine.wall()),
            new MediaCache(home.resolve("media"), 0)::file,
            speech,
            home.resolve("tones"),
            timer);
    terminal =
        new Terminal(
            new Identity("YB-0001", "test", "1", false),
            new FileDisk(home.resolve("state")),
            stage,
            machine.ticks().getAsLong(),
            machine.wall().getAsLong());
    conversation =
        new Conversation(
            terminal,
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
            server.address(),
            "K7QP-2MXD",
            timer,
            machine,
            new Random(7),
            Line.REAL,
            new Surroundings(
                programme ->
                    programme
                        .items()
                        .values()
                        .forEach(item -> speak(speech, item.text(), item.language())),
                (code, detail) -> troubles.add(code + detail),
                () -> 1));
    stage.whenDone(conversation::poke);
    stage.tune(conversation.listening());
    conversation.start();
  }

  private static void speak(Speech speech, String text, String language) {
    try {
      speech.speak(text, language);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** 16 kHz, 16 bit, silence. */
  private static byte[] wave(int milliseconds) {
    int size = 32 * milliseconds;
    var bytes = new byte[44 + size];
    var head = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    head.putInt(0x46464952).putInt(36 + size).putInt(0x45564157).putInt(0x20746d66).putInt(16);
    head.putShort((short) 1).putShort((short) 1).putInt(16_000).putInt(32_000);
    head.putShort((short) 2).putShort((short) 16).putInt(0x61746164).putInt(size);
    return bytes;
  }

  @AfterEach
  void switchOff() throws InterruptedException {
    off();
    server.close();
  }

  private void off() throws InterruptedException {
    conversation.close();
    timer.shutdownNow();
    assertTrue(timer.awaitTermination(10, TimeUnit.SECONDS));
  }

  private Map<String, Object> programme(long revision, String play, String kind, long start) {
    var object = new LinkedHashMap<String, Object>();
    object.put("version", 1);
    object.put("audience", "511502001201");
    object.put("revision", revision);
    object.put("issued", TestServer.now());
    object.put("fresh", TestServer.now() + 2 * DAY);
    object.put("until", TestServer.now() + 7 * DAY);
    object.put("poll", 60_000);
    object.put(
        "items",
        List.of(
            Map.of(
                "id", "i1", "tone", "NONE", "text", "各位村民", "language", "zh", "media", List.of())));
    var planned = new LinkedHashMap<String, Object>();
    planned.put("id", play);
    planned.put("item", "i1");
    planned.put("kind", kind);
    planned.put("level", 0);
    planned.put("rank", 1);
    planned.put("start", start);
    planned.put("length", 300);
    planned.put("end", start + 60_000);
    planned.put("tolerance", 30_000);
    planned.put("preemption", "DROP");
    planned.put("volume", 70);
    planned.put("repeats", 1);
    planned.put("pause", 0);
    object.put("plays", List.of(planned));
    object.put("quiet", List.of());
    object.put("withdrawn", List.of());
    return object;
  }

  private void publish(Map<String, Object> object) throws Malformed {
    server.publish(server.signed(object), ((Number) object.get("revision")).longValue());
  }

  @Test
  void enrolsAndPlaysAndProvesIt() throws Exception {
    publish(programme(1, "p1", "ROUTINE", TestServer.now() + 1_500));
    var end = server.await("p1", "FINISHED");
    var start = server.await("p1", "STARTED");
    long heard = ((Number) end.get("heard")).longValue();
    assertTrue(heard >= 300 && heard < 1_300, "heard " + heard);
    assertTrue((long) start.get("at") - TestServer.now() < 0, "by the server's clock");
    var lines = Files.readAllLines(home.resolve("heard"));
    assertEquals(1, lines.size());
    assertTrue(lines.get(0).contains("\"play\":\"p1\""), lines.get(0));
    assertArrayEquals(wave(300), Files.readAllBytes(home.resolve("heard.d/p1-1.wav")));
    assertEquals(true, server.heartbeat().get("trusted"));
    assertTrue(
        Math.abs(((Number) server.heartbeat().get("offset")).longValue() - TestServer.AHEAD) < 500);
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("state/key"))));
  }

  @Test
  void soundsAnEmergencySecondsAfterItWasPublished() throws Exception {
    publish(programme(1, "p1", "ROUTINE", TestServer.now() + DAY));
    awaitRevision(1);
    long published = TestServer.now();
    publish(programme(2, "e1", "EMERGENCY", published));
    var started = server.await("e1", "STARTED");
    assertTrue((long) started.get("at") - published < 5_000, "by the wake-up, not by the poll");
  }

  @Test
  void isNotLeftCutOffByTheReceiptThatBroughtItBack() throws Exception {
    publish(programme(1, "p1", "ROUTINE", TestServer.now() + DAY));
    awaitRevision(1);
    var before = awaitCount(false, 1);
    off();
    server.leaveUnanswered("/t/v1/programme", "/t/v1/wake");
    on();
    var back = awaitCount(true, before + 1);
    assertTrue(awaitCount(false, back + 1) > back);
  }

  /** Waits for a heartbeat of that count or a later one that says OFFLINE, or not; its count. */
  private long awaitCount(boolean cutOff, long least) throws InterruptedException {
    long until = System.nanoTime() + 20_000_000_000L;
    synchronized (server) {
      while (System.nanoTime() < until) {
        var beat = server.heartbeat();
        long count = ((Number) beat.getOrDefault("count", 0L)).longValue();
        var flags = (List<?>) beat.getOrDefault("flags", List.of());
        if (count >= least && flags.contains("OFFLINE") == cutOff) {
          return count;
        }
        server.wait(100);
      }
    }
    throw new AssertionError("the last one was " + server.heartbeat());
  }

  private void awaitRevision(long revision) throws InterruptedException {
    long until = System.nanoTime() + 20_000_000_000L;
    synchronized (terminal) {
      while (terminal.revision() != revision && System.nanoTime() < until) {
        terminal.wait(20);
      }
      assertEquals(revision, terminal.revision(), troubles.toString());
    }
  }

  @Test
  void hearsWhatIsSaidJustNowToItsEnd() throws Exception {
    var object = new LinkedHashMap<>(programme(1, "l1", "LIVE", TestServer.now()));
    var item = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) ((List<?>) object.get("items")).get(0))
        .forEach((name, value) -> item.put((String) name, value));
    item.put("live", "s-1");
    object.put("items", List.of(item));
    server.spoken.say(new byte[] {1, 2});
    publish(object);
    server.await("l1", "STARTED");
    var file = home.resolve("heard.d/l1-live.pcm");
    awaitBytes(file, 4);
    long said = System.nanoTime();
    server.spoken.say(new byte[] {3, 4, 5});
    awaitBytes(file, 10);
    long late = (System.nanoTime() - said) / 1_000_000;
    assertTrue(late < 1_000, "heard after " + late + " ms");
    server.spoken.fallSilent();
    server.await("l1", "FINISHED");
    assertEquals(10, Files.size(file));
    assertEquals(List.of(), server.refusals());
  }

  private void awaitBytes(Path file, long bytes) throws Exception {
    long until = System.nanoTime() + 20_000_000_000L;
    synchronized (terminal) {
      while ((!Files.exists(file) || Files.size(file) < bytes) && System.nanoTime() < until) {
        terminal.wait(10);
      }
    }
    assertEquals(bytes, Files.size(file), troubles.toString());
  }

  @Test
  void playsWhileTheServerIsDeadAndHandsInLater() throws Exception {
    publish(programme(1, "p1", "ROUTINE", TestServer.now() + 2_500));
    awaitRevision(1);
    server.die(true);
    long until = System.nanoTime() + 20_000_000_000L;
    while (!Files.exists(home.resolve("heard")) && System.nanoTime() < until) {
      synchronized (terminal) {
        terminal.wait(20);
      }
    }
    assertTrue(server.received().stream().noneMatch(record -> "p1".equals(record.get("play"))));
    server.die(false);
    server.await("p1", "FINISHED");
    assertEquals(List.of(), chainFaults());
  }

  private List<String> chainFaults() {
    return server.refusals.stream().filter(each -> each.startsWith("chain")).toList();
  }

  @Test
  void refusesWhatTheServerDidNotSignAndSaysSo() throws Exception {
    publish(programme(5, "p1", "ROUTINE", TestServer.now() + DAY));
    awaitRevision(5);
    var forged = new LinkedHashMap<>(programme(6, "p2", "EMERGENCY", TestServer.now()));
    forged.put("signature", "A".repeat(86));
    server.publish(firstline.speaker.protocol.Json.canonical(forged), 6);
    server.await(record -> "BAD_SIGNATURE".equals(record.get("code")));
    conversation.offer(server.signed(programme(4, "p3", "EMERGENCY", TestServer.now())), "");
    server.await(record -> "REPLAY".equals(record.get("code")));
    var foreign = programme(9, "p4", "EMERGENCY", TestServer.now());
    foreign.put("audience", "510000000000");
    conversation.offer(server.signed(foreign), "");
    server.await(record -> "OTHER_AUDIENCE".equals(record.get("code")));
    assertTrue(
        server.received().stream().noneMatch(record -> "STARTED".equals(record.get("event"))));
  }

  @Test
  void closesAfterAKillWhatItHadBegunAndNeverBeginsItAgain() throws Exception {
    Files.write(home.resolve("voice.wav"), wave(60_000));
    publish(programme(1, "p1", "ROUTINE", TestServer.now() + 500));
    server.await("p1", "STARTED");
    off();
    on();
    var end = server.await("p1", "INTERRUPTED");
    assertEquals("CRASH", end.get("reason"));
    publish(programme(2, "p1", "ROUTINE", TestServer.now() + 500));
    awaitRevision(2);
    conversation.poke();
    assertEquals(
        1,
        server.received().stream().filter(record -> "STARTED".equals(record.get("event"))).count());
  }
}
