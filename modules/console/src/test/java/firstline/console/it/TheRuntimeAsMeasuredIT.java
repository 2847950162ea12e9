package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the layout rests on, measured once by hand and held here: a new server must keep it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TheRuntimeAsMeasuredIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @ArquillianResource private URL base;

  private HttpResponse<byte[]> ask(String method, String path, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  @Test
  @Requirement("R20.8")
  void pagesAreCompressed() throws Exception {
    var plain = ask("GET", "rumours");
    var small = ask("GET", "rumours", "Accept-Encoding", "gzip");
    assertEquals("gzip", small.headers().firstValue("Content-Encoding").orElse(""));
    assertTrue(2 * small.body().length < plain.body().length);
  }

  @Test
  @Requirement("R20.8")
  void nothingTellsTheServerAndItsFiguresAreItsAdministrators() throws Exception {
    for (var path : List.of("", "sign-in", "nowhere", "api/v1/areas", "health/ready")) {
      var headers = ask("GET", path).headers();
      assertTrue(headers.firstValue("Server").isEmpty(), path);
      assertTrue(headers.firstValue("X-Powered-By").isEmpty(), path);
    }
    assertTrue(Set.of(401, 403, 404).contains(ask("GET", "metrics").statusCode()));
    assertTrue(Set.of(401, 403, 404).contains(ask("GET", "openapi-of-the-server").statusCode()));
    assertTrue(Set.of(403, 405, 501).contains(ask("TRACE", "").statusCode()));
    assertEquals(200, ask("GET", "health/ready").statusCode());
  }

  @Test
  @Requirement("R20.8")
  void theSessionTravelsInACookieAloneThatNoScriptReads() throws Exception {
    var answer = ask("GET", "sign-in");
    assertFalse(new String(answer.body(), "UTF-8").contains("jsessionid"));
    for (var cookie : answer.headers().allValues("Set-Cookie")) {
      assertTrue(cookie.contains("HttpOnly") || cookie.startsWith("fl-"), cookie);
    }
  }

  @Test
  @Requirement("R20.8")
  void theDatabaseLosesNothingThatItAcknowledged() throws SQLException {
    try (var connection = ServerDatabase.of(System.getProperty("home")).owner();
        var statement = connection.createStatement();
        var shown =
            statement.executeQuery(
                """
                select current_setting('fsync'), current_setting('synchronous_commit'),
                  current_setting('full_page_writes'),
                  current_setting('server_version_num')::int / 10000
                """)) {
      assertTrue(shown.next());
      assertEquals("on", shown.getString(1));
      assertEquals("on", shown.getString(2));
      assertEquals("on", shown.getString(3));
      assertEquals(18, shown.getInt(4));
    }
  }

  @Test
  @Requirement("R20.8")
  void theServerListensOnOnePort() throws IOException {
    var server =
        ProcessHandle.current()
            .descendants()
            .filter(child -> child.info().commandLine().orElse("").contains("--nohazelcast"))
            .findFirst()
            .orElseThrow();
    var own = sockets(server.pid());
    var ports = new TreeSet<Integer>();
    for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      if (Files.exists(Path.of(table))) {
        for (var line : Files.readAllLines(Path.of(table))) {
          var cells = line.strip().split("\\s+");
          // State 0A is listening; the tenth cell is the socket's inode.
          if (cells.length > 9 && cells[3].equals("0A") && own.contains(cells[9])) {
            ports.add(Integer.parseInt(cells[1].substring(cells[1].indexOf(':') + 1), 16));
          }
        }
      }
    }
    assertEquals(Set.of(base.getPort()), ports, "no cluster, no remote console");
  }

  private static Set<String> sockets(long pid) throws IOException {
    var inodes = new HashSet<String>();
    try (var open = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
      for (var link : open.filter(Files::isSymbolicLink).toList()) {
        var target = Files.readSymbolicLink(link).toString();
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    return inodes;
  }

  @Test
  @Requirement("R20.9")
  void theBillOfMaterialsNamesEveryLibraryInTheWar() throws IOException {
    try (var war = new ZipFile(System.getProperty("war"));
        var bill =
            Json.createReader(
                war.getInputStream(war.getEntry("META-INF/sbom/firstline.cdx.json")))) {
      var named = new TreeSet<String>();
      bill.readObject()
          .getJsonArray("components")
          .forEach(component -> named.add(component.asJsonObject().getString("name")));
      var lacking =
          war.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith("WEB-INF/lib/") && name.endsWith(".jar"))
              .map(name -> name.substring("WEB-INF/lib/".length(), name.length() - 4))
              .filter(name -> !named.contains(name))
              .toList();
      assertEquals(List.of(), lacking);
    }
  }
}
