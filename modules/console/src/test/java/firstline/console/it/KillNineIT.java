package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.TestFolder;
import firstline.persistence.requirement.Requirement;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * The server is killed with signal 9 ten times under twenty writers. Whatever it acknowledged is
 * there afterwards, the audit record verifies against its anchor, and it stands up again by itself.
 */
class KillNineIT {
  private static final int KILLS = Integer.getInteger("firstline.kills", 10);
  private static final int WRITERS = 20;
  private static final Duration UP_AGAIN = Duration.ofSeconds(60);

  private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  @Requirement("R14.2")
  void nothingAcknowledgedIsLost() throws Exception {
    var folder = TestFolder.named("firstline-kill");
    var home = folder.path();
    var random = new Random(Long.getLong("firstline.seed", 9L));
    var slowest = Duration.ZERO;
    try (var server = ServerProcess.start(home, Map.of("FIRSTLINE_PROFILE", "demo"))) {
      var token = token(home);
      for (var kill = 0; kill < KILLS; kill++) {
        var before = acknowledged.size();
        writeUntilKilled(server, token, 500 + random.nextInt(1_500));
        assertTrue(acknowledged.size() > before, "the writers got something done");
        var up = server.start();
        slowest = up.compareTo(slowest) > 0 ? up : slowest;
        assertEquals(Set.of(), missing(home), "after kill " + (kill + 1));
      }
      assertEquals(List.of(), gaps(home), "the chain of the audit record has no gap");
    }
    // After a failure it stays until the next run, to be read.
    folder.close();
    System.out.printf(
        "%d kills, %d acknowledged writes kept, ready again within %d s%n",
        KILLS, acknowledged.size(), slowest.toSeconds());
    assertTrue(slowest.compareTo(UP_AGAIN) <= 0, "ready again after " + slowest);
  }

  private void writeUntilKilled(ServerProcess server, String token, int millis) throws Exception {
    var stopped = new AtomicBoolean();
    var writers = Executors.newFixedThreadPool(WRITERS);
    for (var i = 0; i < WRITERS; i++) {
      writers.submit(
          () -> {
            while (!stopped.get()) {
              write(server.base(), token);
            }
            return null;
          });
    }
    var first = new CountDownLatch(1);
    // Let some writes through, then some more, then pull the plug in the middle of them.
    var goal = acknowledged.size() + WRITERS;
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (acknowledged.size() < goal && System.nanoTime() < deadline) {
      first.await(20, TimeUnit.MILLISECONDS);
    }
    first.await(millis, TimeUnit.MILLISECONDS);
    server.kill();
    stopped.set(true);
    writers.shutdown();
    assertTrue(writers.awaitTermination(60, TimeUnit.SECONDS));
  }

  private void write(String base, String token) throws InterruptedException {
    var text = "传言 " + UUID.randomUUID();
    var body = Json.createObjectBuilder().add("text", text).add("seen", "论坛").build().toString();
    try {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(base + "api/v1/rumours/claims"))
                  .header("Authorization", "Bearer " + token)
                  .header("Idempotency-Key", UUID.randomUUID().toString())
                  .header("Content-Type", "application/json")
                  .timeout(Duration.ofSeconds(20))
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() == 201) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
          acknowledged.add(reader.readObject().getString("number"));
        }
      }
    } catch (IOException e) {
      // Killed while it answered: not acknowledged, so nothing is promised.
    }
  }

  private Set<String> missing(Path home) throws Exception {
    var stored = new HashSet<String>();
    try (var connection = ServerDatabase.of(home.toString()).owner();
        var statement = connection.createStatement();
        var result = statement.executeQuery("select number from claim")) {
      while (result.next()) {
        stored.add(result.getString(1));
      }
    }
    var missing = new HashSet<>(acknowledged);
    missing.removeAll(stored);
    return missing;
  }

  /** Rows that do not follow on the row before them: by number or by hash. */
  private static List<Long> gaps(Path home) throws Exception {
    var gaps = new ArrayList<Long>();
    try (var connection = ServerDatabase.of(home.toString()).owner();
        var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                """
                select sequence from (
                  select sequence, previous, lag(sequence, 1, 0::bigint) over w as before,
                    lag(hash) over w as hash_before
                  from audit_row window w as (order by sequence)) r
                where sequence <> before + 1
                  or (hash_before is not null and previous <> hash_before)
                """)) {
      while (result.next()) {
        gaps.add(result.getLong(1));
      }
    }
    return gaps;
  }

  private static String token(Path home) throws IOException {
    try (var reader =
        Json.createReader(Files.newBufferedReader(home.resolve("demo-credentials.json")))) {
      return reader.readObject().getString("token");
    }
  }
}
