package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A slow line: the button is there, the fields behind it are not yet. */
class APageComesInHalvesIT {
  private static final Path SCRIPT = Path.of("src/main/webapp/resources/firstline/whole.js");
  private static final String FIRST =
      """
      <!DOCTYPE html><html lang="en"><head><title>half</title><script src="/whole.js"></script></head>
      <body><form action="/sent"><input name="typed"><button name="press" value="file">File</button>
      """
          // Chromium paints once there is enough to look at.
          + "<p>words</p>".repeat(500);
  private static final String SECOND =
      "<input type=\"hidden\" name=\"state\" value=\"1\"></form></body></html>";

  @Test
  @Requirement("R22.11")
  void aButtonPressedInTheFirstHalfSendsTheWhole() throws IOException {
    var rest = new CountDownLatch(1);
    var sent = new CompletableFuture<String>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var threads = Executors.newCachedThreadPool();
    try {
      server.setExecutor(threads);
      server.createContext("/whole.js", asked -> answer(asked, Files.readString(SCRIPT)));
      server.createContext("/half", asked -> inHalves(asked, rest));
      server.createContext(
          "/sent",
          asked -> {
            sent.complete(asked.getRequestURI().getQuery());
            answer(asked, "<p>sent</p>");
          });
      server.start();
      var base = "http://localhost:" + server.getAddress().getPort();
      try (var visitor = Browser.visitor(base)) {
        var page = visitor.newPage();
        page.navigate("/half", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.fill("[name=typed]", "masks");
        page.click("button", new Page.ClickOptions().setNoWaitAfter(true));
        assertEquals("loading", page.evaluate("document.readyState"));
        rest.countDown();
        page.waitForURL("**/sent?*");
      }
      assertEquals("typed=masks&press=file&state=1", sent.join());
    } finally {
      rest.countDown();
      server.stop(0);
      threads.shutdownNow();
    }
  }

  private static void inHalves(HttpExchange asked, CountDownLatch rest) throws IOException {
    asked.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    asked.sendResponseHeaders(200, 0);
    try (var out = asked.getResponseBody()) {
      out.write(FIRST.getBytes(StandardCharsets.UTF_8));
      out.flush();
      rest.await(20, TimeUnit.SECONDS);
      out.write(SECOND.getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange asked, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var type = asked.getRequestURI().getPath().endsWith(".js") ? "text/javascript" : "text/html";
    asked.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    asked.sendResponseHeaders(200, bytes.length);
    try (var out = asked.getResponseBody()) {
      out.write(bytes);
    }
  }
}
