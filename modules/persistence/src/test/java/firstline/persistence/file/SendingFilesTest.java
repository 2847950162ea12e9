package firstline.persistence.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.testkit.seed.Seeded;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingFilesTest {
  private static final String HASH = "ab".repeat(32);
  private static final String TAG = '"' + HASH + '"';

  @TempDir private Path folder;

  /** What went out. */
  private record Sent(int status, Map<String, String> headers, byte[] body) {}

  @Test
  @Requirement("R23.1")
  void theWholeFileGoesOutAsWhatItIs() throws IOException {
    var sent = send("GET", "image/png", "海报.png", bytes(70_000), Map.of());
    assertEquals(200, sent.status());
    assertArrayEquals(bytes(70_000), sent.body());
    assertEquals("image/png", sent.headers().get("Content-Type"));
    assertEquals("70000", sent.headers().get("Content-Length"));
    assertEquals("nosniff", sent.headers().get("X-Content-Type-Options"));
    assertEquals("private, no-cache", sent.headers().get("Cache-Control"));
    assertEquals(TAG, sent.headers().get("ETag"));
    assertEquals("bytes", sent.headers().get("Accept-Ranges"));
    assertEquals(
        "inline; filename=\"__.png\"; filename*=UTF-8''%E6%B5%B7%E6%8A%A5.png",
        sent.headers().get("Content-Disposition"));
  }

  @Test
  @Requirement("R23.1")
  void onlyWhatCannotRunIsShown() {
    for (var type : new String[] {"image/jpeg", "audio/mpeg", "video/mp4", "application/pdf"}) {
      assertTrue(Disposition.of(type, "a").startsWith("inline;"), type);
    }
    for (var type : new String[] {"text/html", "image/svg+xml", "text/plain", "application/zip"}) {
      assertTrue(Disposition.of(type, "a").startsWith("attachment;"), type);
    }
    assertEquals(
        "attachment; filename=\"a_b_c__.txt\"; filename*=UTF-8''a%22b%5Cc%25%0A.txt",
        Disposition.of("text/plain", "a\"b\\c%\n.txt"));
  }

  @Test
  @Requirement("R23.1")
  void whoHasItGetsNothingAgain() throws IOException {
    for (var header : new String[] {TAG, "W/" + TAG, "\"x\", " + TAG, "*"}) {
      var sent = send("GET", "image/png", "a", bytes(9), Map.of("If-None-Match", header));
      assertEquals(304, sent.status());
      assertEquals(0, sent.body().length);
    }
    assertEquals(
        200, send("GET", "image/png", "a", bytes(9), Map.of("If-None-Match", "\"x\"")).status());
  }

  @Test
  @Requirement("R23.1")
  void aPartGoesOutAsAskedFor() throws IOException {
    Seeded.cases(
        200,
        draw -> {
          var size = draw.between(1, 200_000);
          var from = draw.between(0, size - 1);
          var to = draw.between(from, size + 10);
          var sent =
              send(
                  "GET",
                  "video/mp4",
                  "a",
                  bytes(size),
                  Map.of("Range", "bytes=" + from + "-" + (to > size ? "" : to)));
          var last = Math.min(to, size - 1);
          assertEquals(206, sent.status());
          assertArrayEquals(Arrays.copyOfRange(bytes(size), from, last + 1), sent.body());
          assertEquals(
              "bytes " + from + "-" + last + "/" + size, sent.headers().get("Content-Range"));
        });
  }

  @Test
  @Requirement("R23.1")
  void theEndAPartBeyondTheEndAndNonsense() throws IOException {
    assertArrayEquals(
        new byte[] {7, 8}, send("GET", "video/mp4", "a", bytes(9), range("bytes=-2")).body());
    assertEquals(9, send("GET", "video/mp4", "a", bytes(9), range("bytes=-99")).body().length);
    for (var beyond : new String[] {"bytes=9-", "bytes=9-12", "bytes=-0"}) {
      var sent = send("GET", "video/mp4", "a", bytes(9), range(beyond));
      assertEquals(416, sent.status(), beyond);
      assertEquals("bytes */9", sent.headers().get("Content-Range"));
      assertEquals(0, sent.body().length);
    }
    for (var whole : new String[] {"bytes=0-1,3-4", "bytes=5-2", "bytes=-", "lines=1-2", "x"}) {
      assertEquals(200, send("GET", "video/mp4", "a", bytes(9), range(whole)).status(), whole);
    }
    var other = Map.of("Range", "bytes=0-1", "If-Range", "\"other\"");
    assertEquals(200, send("GET", "video/mp4", "a", bytes(9), other).status());
    var same = Map.of("Range", "bytes=0-1", "If-Range", TAG);
    assertEquals(206, send("GET", "video/mp4", "a", bytes(9), same).status());
  }

  @Test
  @Requirement("R23.1")
  void textThatTheServerPacksGoesOutWhole() throws IOException {
    var sent = send("GET", "text/plain", "a.txt", bytes(9), range("bytes=0-1"));
    assertEquals(200, sent.status());
    assertEquals("none", sent.headers().get("Accept-Ranges"));
  }

  @Test
  @Requirement("R23.1")
  void aHeadHasNoBody() throws IOException {
    var sent = send("HEAD", "image/png", "a", bytes(9), Map.of());
    assertEquals("9", sent.headers().get("Content-Length"));
    assertEquals(0, sent.body().length);
    assertFalse(sent.headers().containsKey("Content-Range"));
  }

  private static Map<String, String> range(String header) {
    return Map.of("Range", header);
  }

  private static byte[] bytes(int count) {
    var bytes = new byte[count];
    for (var i = 0; i < count; i++) {
      bytes[i] = (byte) (i % 251);
    }
    return bytes;
  }

  private Sent send(
      String method, String type, String name, byte[] content, Map<String, String> asked)
      throws IOException {
    var place = Files.write(folder.resolve("content"), content);
    var file =
        new StoredFile(
            UUID.randomUUID(), HASH, content.length, type, name, null, null, "511500000000", false);
    var headers = new HashMap<String, String>();
    var status = new int[] {200};
    var body = new ByteArrayOutputStream();
    FileAnswer.send(
        request(method, asked),
        response(headers, status, body),
        new OpenedFile(file, place),
        "private, no-cache");
    return new Sent(status[0], headers, body.toByteArray());
  }

  private static HttpServletRequest request(String method, Map<String, String> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            SendingFilesTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getMethod" -> method;
                  case "getHeader" -> headers.get((String) arguments[0]);
                  default -> throw new IllegalStateException(called.getName());
                });
  }

  private static HttpServletResponse response(
      Map<String, String> headers, int[] status, ByteArrayOutputStream body) {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            SendingFilesTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                  case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
                  case "setContentLengthLong" ->
                      headers.put("Content-Length", String.valueOf(arguments[0]));
                  case "setStatus" -> status[0] = (int) arguments[0];
                  case "getOutputStream" -> new Stream(body);
                  default -> throw new IllegalStateException(called.getName());
                });
  }

  private static final class Stream extends ServletOutputStream {
    private final ByteArrayOutputStream body;

    Stream(ByteArrayOutputStream body) {
      this.body = body;
    }

    @Override
    public void write(int one) {
      body.write(one);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("written at once");
    }
  }
}
