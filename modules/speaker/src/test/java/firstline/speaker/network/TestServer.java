package firstline.speaker.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import firstline.speaker.journal.Chain;
import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Malformed;
import firstline.speaker.protocol.PublicKey;
import firstline.speaker.protocol.SpeakerKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * A small server that speaks the protocol and believes nothing: it checks each proof, ticket,
 * signature and hash. Its clock is a million seconds ahead of the machine's.
 */
public final class TestServer implements AutoCloseable {
  public static final long AHEAD = 1_000_000_000;

  private interface Handler {
    void handle(HttpExchange exchange) throws IOException, Malformed, InterruptedException;
  }

  final SpeakerKey key = SpeakerKey.make();
  final Spoken spoken = new Spoken();
  final Map<String, byte[]> media = new HashMap<>();
  final List<String> ranges = new ArrayList<>();
  final List<String> refusals = new ArrayList<>();

  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();

  /** Serial and journal to what has come from it. */
  private final Map<String, TreeMap<Long, Map<String, Object>>> received = new TreeMap<>();

  private Map<String, Object> heartbeat = Map.of();
  private byte[] programme = {};
  private long revision;
  private long assignment = 1;
  private boolean dead;
  private final Set<String> unanswered = new HashSet<>();
  private int cutAfter = -1;

  public TestServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    on("/t/v1/enrol", this::enrol);
    on("/t/v1/assignment", exchange -> answer(exchange, 200, assignment("YB-0001")));
    on("/t/v1/programme", this::programme);
    on("/t/v1/wake", this::wake);
    on("/t/v1/receipts", this::receipts);
    on("/m/", this::media);
    on("/l/", this::live);
    http.start();
  }

  private void on(String path, Handler handler) {
    http.createContext(
        path,
        exchange -> {
          try (exchange) {
            if (!dead(path)) {
              exchange.getResponseHeaders().set("Firstline-Time", Long.toString(now()));
              handler.handle(exchange);
            }
          } catch (Malformed e) {
            refuse(exchange, 422, e.member());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  public static long now() {
    return System.currentTimeMillis() + AHEAD;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
  }

  private synchronized boolean dead(String path) {
    return dead || unanswered.contains(path);
  }

  /** From now on there is no answer to requests for these paths. */
  synchronized void leaveUnanswered(String... paths) {
    unanswered.addAll(Set.of(paths));
  }

  synchronized void die(boolean dead) {
    this.dead = dead;
    notifyAll();
  }

  synchronized void cutMediaAfter(int bytes) {
    cutAfter = bytes;
  }

  /** Publishes what is signed here. */
  public synchronized void publish(byte[] bytes, long revision) {
    programme = bytes;
    this.revision = revision;
    notifyAll();
  }

  /** Signs an object. */
  public byte[] signed(Map<String, Object> object) throws Malformed {
    var whole = new LinkedHashMap<>(object);
    whole.put("signature", key.sign(Json.canonical(object)));
    return Json.canonical(whole);
  }

  private byte[] assignment(String serial) throws Malformed {
    return signed(
        Map.of(
            "serial",
            serial,
            "area",
            "511502001201",
            "groups",
            List.of(),
            "audience",
            "511502001201",
            "version",
            assignment,
            "serverKey",
            key.publicKey(),
            "poll",
            60_000L,
            "unknown",
            List.of(true)));
  }

  private void enrol(HttpExchange exchange) throws IOException, Malformed {
    var body = Json.read(exchange.getRequestBody().readAllBytes());
    var speaker = PublicKey.of((String) body.get("publicKey"));
    var proved =
        "firstline-enrol\n"
            + body.get("code")
            + '\n'
            + body.get("serial")
            + '\n'
            + body.get("publicKey");
    if (!"K7QP-2MXD".equals(body.get("code"))) {
      refuse(exchange, 404, "code");
    } else if (!speaker.signed(
        proved.getBytes(StandardCharsets.UTF_8), (String) body.get("proof"))) {
      refuse(exchange, 422, "proof");
    } else {
      keys.put((String) body.get("serial"), speaker);
      answer(exchange, 201, assignment((String) body.get("serial")));
    }
  }

  private boolean ticket(HttpExchange exchange) throws IOException {
    var header = exchange.getRequestHeaders().getFirst("Authorization");
    var parts = header == null ? new String[0] : header.replace("Speaker ", "").split("\\.", -1);
    if (parts.length == 3 && keys.containsKey(parts[0])) {
      long expires = Long.parseLong(parts[1]);
      var text = "firstline-ticket\n" + parts[0] + '\n' + parts[1];
      if (expires > now()
          && expires <= now() + 7_200_000
          && keys.get(parts[0]).signed(text.getBytes(StandardCharsets.UTF_8), parts[2])) {
        return true;
      }
    }
    refuse(exchange, 401, "ticket");
    return false;
  }

  private void programme(HttpExchange exchange) throws IOException {
    if (!ticket(exchange)) {
      return;
    }
    byte[] bytes;
    String etag;
    synchronized (this) {
      bytes = programme;
      etag = "\"r" + revision + '"';
    }
    exchange.getResponseHeaders().set("ETag", etag);
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
    } else if (bytes.length == 0) {
      refuse(exchange, 404, "programme");
    } else {
      answer(exchange, 200, bytes);
    }
  }

  private void wake(HttpExchange exchange) throws IOException, InterruptedException {
    if (!ticket(exchange)) {
      return;
    }
    long held = Long.parseLong(exchange.getRequestURI().getQuery().replace("rev=", ""));
    long newer;
    synchronized (this) {
      while (revision <= held && !dead) {
        wait();
      }
      newer = revision;
      if (dead) {
        return;
      }
    }
    answer(exchange, 200, ("{\"revision\":" + newer + '}').getBytes(StandardCharsets.UTF_8));
  }

  private void receipts(HttpExchange exchange) throws IOException, Malformed {
    var body = exchange.getRequestBody().readAllBytes();
    var object = Json.read(body);
    var prefix = "firstline-receipts\n".getBytes(StandardCharsets.UTF_8);
    var whole = new byte[prefix.length + body.length];
    System.arraycopy(prefix, 0, whole, 0, prefix.length);
    System.arraycopy(body, 0, whole, prefix.length, body.length);
    var speaker = keys.get((String) object.get("serial"));
    if (speaker == null
        || !speaker.signed(whole, exchange.getRequestHeaders().getFirst("Firstline-Signature"))) {
      refuse(exchange, 401, "signature");
      return;
    }
    long last;
    synchronized (this) {
      var journal =
          received.computeIfAbsent(
              object.get("serial") + " " + object.get("journal"), absent -> new TreeMap<>());
      take(journal, object.get("records"));
      take(journal, object.get("faults"));
      check(journal);
      heartbeat = castMap(object.get("heartbeat"));
      last = journal.size();
      notifyAll();
    }
    answer(
        exchange,
        200,
        Json.canonical(
            Map.of("journal", object.get("journal"), "acknowledged", last, "assignment", 1)));
  }

  private static void take(Map<Long, Map<String, Object>> journal, Object list) {
    for (var each : (List<?>) list) {
      var record = castMap(each);
      journal.putIfAbsent(((Number) record.get("sequence")).longValue(), record);
    }
  }

  /** No gap, and an unbroken chain. */
  private void check(Map<Long, Map<String, Object>> journal) throws Malformed {
    var hash = Chain.START;
    long sequence = 0;
    for (var record : journal.values()) {
      var unhashed = new LinkedHashMap<>(record);
      var claimed = unhashed.remove("hash");
      hash = Chain.next(hash, unhashed);
      sequence++;
      if (!hash.equals(claimed) || ((Number) record.get("sequence")).longValue() != sequence) {
        refusals.add("chain at " + sequence);
      }
    }
  }

  private static Map<String, Object> castMap(Object value) {
    var copy = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) value).forEach((name, member) -> copy.put((String) name, member));
    return copy;
  }

  private void live(HttpExchange exchange) throws IOException, InterruptedException {
    if (ticket(exchange)) {
      var path = exchange.getRequestURI().getPath();
      var piece = spoken.await(Integer.parseInt(path.substring("/l/s-1/".length())));
      if (piece.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        exchange.getResponseHeaders().set("ETag", "\"" + piece.get().number() + '"');
        answer(exchange, 200, piece.get().sound());
      }
    }
  }

  private void media(HttpExchange exchange) throws IOException {
    var bytes = media.get(exchange.getRequestURI().getPath().substring(3));
    var range = exchange.getRequestHeaders().getFirst("Range");
    int from = 0;
    if (bytes == null) {
      refuse(exchange, 404, "media");
      return;
    }
    synchronized (this) {
      ranges.add(String.valueOf(range));
    }
    if (range != null) {
      from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + from + '-' + (bytes.length - 1) + '/' + bytes.length);
    }
    int length = bytes.length - from;
    int cut;
    synchronized (this) {
      cut = cutAfter < 0 ? length : Math.min(cutAfter, length);
      cutAfter = -1;
    }
    exchange.sendResponseHeaders(range == null ? 200 : 206, length);
    exchange.getResponseBody().write(bytes, from, cut);
    exchange.getResponseBody().flush();
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private void refuse(HttpExchange exchange, int status, String what) throws IOException {
    synchronized (this) {
      refusals.add(status + " " + what);
      notifyAll();
    }
    answer(exchange, status, ("{\"code\":\"" + what + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  /** Waits until a record like that has come, at most twenty seconds. */
  synchronized Map<String, Object> await(Predicate<Map<String, Object>> wanted)
      throws InterruptedException {
    long until = System.nanoTime() + 20_000_000_000L;
    while (System.nanoTime() < until) {
      for (var record : received()) {
        if (wanted.test(record)) {
          return record;
        }
      }
      wait(200);
    }
    throw new AssertionError("not among " + received() + ", refused: " + refusals);
  }

  /** Waits until all that has come is as wanted, at most so many seconds. */
  public synchronized void awaitAll(int seconds, Predicate<List<Map<String, Object>>> wanted)
      throws InterruptedException {
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    while (!wanted.test(received())) {
      if (System.nanoTime() > until) {
        throw new AssertionError("of " + received.size() + ": " + received());
      }
      wait(200);
    }
  }

  /** What was refused, and where a chain was broken. */
  public synchronized List<String> refusals() {
    return List.copyOf(refusals);
  }

  /** How many speakers and journals have been heard of. */
  public synchronized int journals() {
    return received.size();
  }

  Map<String, Object> await(String play, String event) throws InterruptedException {
    return await(record -> play.equals(record.get("play")) && event.equals(record.get("event")));
  }

  public synchronized List<Map<String, Object>> received() {
    return received.values().stream().flatMap(each -> each.values().stream()).toList();
  }

  synchronized Map<String, Object> heartbeat() {
    return heartbeat;
  }

  @Override
  public void close() {
    die(true);
    http.stop(0);
    threads.shutdownNow();
  }
}
