package firstline.console.it;

import firstline.persistence.database.TestFolder;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server of its own for tests that kill it or found it anew; started as the launcher does. */
final class ServerProcess implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Path home;
  private final int port;
  private final Map<String, String> settings;
  private Process process;

  private ServerProcess(Path home, int port, Map<String, String> settings) {
    this.home = home;
    this.port = port;
    this.settings = settings;
  }

  /** Starts a server on the data folder and waits until it is ready. */
  static ServerProcess start(Path home, Map<String, String> settings) throws Exception {
    try (var socket = new ServerSocket(0)) {
      var server = new ServerProcess(home, socket.getLocalPort(), settings);
      socket.close();
      server.start();
      return server;
    }
  }

  /** Starts it again after a kill; tells how long it took until ready. */
  Duration start() throws Exception {
    var begun = System.nanoTime();
    Files.createDirectories(home);
    // As the launcher does: what the last start left there would deploy the WAR twice, and of two
    // such servers there is room for one.
    var unpacked = home.resolve("unpacked");
    new TestFolder(unpacked).close();
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                // Ten starts: the first compiler is enough, and half as long.
                "-XX:TieredStopAtLevel=1",
                "-Djava.net.preferIPv4Stack=true",
                "-jar",
                System.getProperty("server"),
                "--nohazelcast",
                "--unpackdir",
                unpacked.toString(),
                "--port",
                Integer.toString(port),
                "--deploy",
                System.getProperty("war"),
                "--contextroot",
                "/"));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("server.log").toFile()));
    builder.environment().put("FIRSTLINE_HOME", home.toString());
    builder.environment().put("FIRSTLINE_URL", base());
    builder.environment().putAll(settings);
    process = builder.start();
    awaitReady();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  String base() {
    return "http://127.0.0.1:" + port + "/";
  }

  Path home() {
    return home;
  }

  /** kill -9: no shutdown hook, no farewell to the database. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  private void awaitReady() throws Exception {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(600);
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the server ended; see " + home.resolve("server.log"));
      }
      if (ready()) {
        return;
      }
      new CompletableFuture<Void>()
          .completeOnTimeout(null, 100, TimeUnit.MILLISECONDS)
          .get(1, TimeUnit.SECONDS);
    }
    throw new IllegalStateException("not ready; see " + home.resolve("server.log"));
  }

  private boolean ready() throws InterruptedException {
    try {
      var answer =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(base() + "health/ready"))
                  .timeout(Duration.ofSeconds(5))
                  .build(),
              BodyHandlers.discarding());
      return answer.statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
