package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.requirement.Requirement;
import java.net.CookieManager;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The server's own form mechanisms lose the groups of signed-in callers as soon as two sessions are
 * active (3 to 13 % false 403). Ours must not, with any later version of the server either.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RolesUnderLoadIT {
  private static final int SESSIONS = 16;
  private static final int REQUESTS = 40;

  @ArquillianResource private URL base;

  @Test
  @Requirement("R20.3")
  void noFalseRefusalInSixteenSessions() throws Exception {
    var accounts =
        Credentials.read().accounts().stream()
            .filter(account -> account.totpSecret().isEmpty())
            .skip(10)
            .limit(SESSIONS)
            .toList();
    var threads = Executors.newFixedThreadPool(SESSIONS);
    try {
      var clients = new ArrayList<HttpClient>();
      for (var account : accounts) {
        clients.add(signedIn(account));
      }
      var work = new ArrayList<Callable<Integer>>();
      for (var client : clients) {
        work.add(() -> wrongAnswers(client));
      }
      var wrong = 0;
      for (var result : threads.invokeAll(work)) {
        wrong += result.get();
      }
      assertEquals(0, wrong, "answers other than 200 of " + SESSIONS * REQUESTS);
    } finally {
      threads.shutdown();
    }
  }

  private HttpClient signedIn(Credentials.Account account) throws Exception {
    var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    var form =
        "username="
            + URLEncoder.encode(account.username(), StandardCharsets.UTF_8)
            + "&password="
            + URLEncoder.encode(account.password(), StandardCharsets.UTF_8);
    var answer =
        client.send(
            HttpRequest.newBuilder(URI.create(base + "session/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.discarding());
    assertEquals(
        "/console/home", URI.create(answer.headers().firstValue("Location").orElse("")).getPath());
    return client;
  }

  private int wrongAnswers(HttpClient client) throws Exception {
    var wrong = 0;
    for (var i = 0; i < REQUESTS; i++) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(base + "console/home")).build(),
              BodyHandlers.discarding());
      if (answer.statusCode() != 200) {
        wrong++;
      }
    }
    return wrong;
  }
}
