package firstline.speaker.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.speaker.fleet.Fleet.Named;
import firstline.speaker.network.Machine;
import firstline.speaker.network.TestServer;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FleetTest {
  private static final int SIZE = 60;

  @Test
  void everySpeakerEndsAnEmergencyOnceThroughLossAndKillsAndClockSteps() throws Exception {
    try (var server = new TestServer()) {
      var timer = Executors.newScheduledThreadPool(2);
      var fleet =
          new Fleet(
              server.address(),
              part -> HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
              IntStream.range(0, SIZE).mapToObj(i -> new Named("S" + i, "K7QP-2MXD")).toList(),
              Fleet.inMemory(),
              null,
              Machine.real(System::currentTimeMillis),
              new Fleet.Faults(5, 100, 100, 0, 0, false),
              timer,
              line -> {});
      publish(server);
      try {
        fleet.start();
        server.awaitAll(40, FleetTest::allEnded);
      } finally {
        timer.shutdownNow();
      }
      assertTrue(allEnded(server.received()));
      assertEquals(SIZE, server.journals());
      assertEquals(
          List.of(), server.refusals().stream().filter(each -> each.startsWith("chain")).toList());
    }
  }

  private static boolean allEnded(List<Map<String, Object>> records) {
    long started = count(records, "STARTED");
    assertTrue(started <= SIZE, "started twice");
    return started == SIZE && count(records, "FINISHED") + count(records, "INTERRUPTED") == SIZE;
  }

  private static long count(List<Map<String, Object>> records, String event) {
    return records.stream().filter(record -> event.equals(record.get("event"))).count();
  }

  private static void publish(TestServer server) throws Exception {
    long now = TestServer.now();
    var play = new LinkedHashMap<String, Object>();
    play.put("id", "e1");
    play.put("item", "i1");
    play.put("kind", "EMERGENCY");
    play.put("level", 1);
    play.put("rank", 1);
    play.put("start", now);
    play.put("length", 1_000);
    play.put("end", now + 600_000);
    play.put("preemption", "RESUME");
    var programme = new LinkedHashMap<String, Object>();
    programme.put("version", 1);
    programme.put("audience", "511502001201");
    programme.put("revision", 1);
    programme.put("issued", now);
    programme.put("fresh", now + 172_800_000);
    programme.put("until", now + 604_800_000);
    programme.put("poll", 15_000);
    programme.put("items", List.of(Map.of("id", "i1", "tone", "ATTENTION", "text", "请立即转移")));
    programme.put("plays", List.of(play));
    server.publish(server.signed(programme), 1);
  }
}
