import firstline.speaker.journal.Event;
import firstline.speaker.journal.Journal;
import firstline.speaker.journal.MemoryDisk;
import firstline.speaker.journal.Reason;
import firstline.speaker.protocol.Fields;
import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.SpeakerKey;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Measures the speakers' door of a running server over real HTTP, with the keys of a fleet that
 * {@code ./firstline bench broadcast} made: polls that find nothing new, receipts that are on the
 * disk when they are answered, an emergency that a waiting fleet begins. Each prints lines of {@code
 * what\tmeasured\taim}.
 *
 * <p>Arguments: the data folder, the server's address, then {@code polls}, {@code receipts}, or
 * {@code emergency LOG COUNT AIM FROM} with the log of the fleet that waits, and the number
 * of its lines that are of before. Raw sockets with
 * keep-alive: java.net.http costs as much processor as the server, and both share the machine.
 */
public final class Broadcast {
  private static final int THREADS = 32;
  private static final int SPEAKERS = 4_000;
  private static final int POLLING_SECONDS = 10;

  /** Of a journal's batch: six plays that were begun and finished. */
  private static final int RECORDS = 12;

  private static final int BATCHES_EACH = 2;
  private static final String RECEIPTS = "select count(*) from receipt";
  private static final String EVERYTHING =
      "select (select count(*) from receipt) + (select count(*) from play_end) + (select count(*) from speaker_fault)";

  private record Speaker(String serial, SpeakerKey key, String ticket) {}

  private final Path home;
  private final URI server;
  private final List<Speaker> speakers = new ArrayList<>();

  private Broadcast(Path home, URI server) {
    this.home = home;
    this.server = server;
  }

  public static void main(String[] args) throws Exception {
    var bench = new Broadcast(Path.of(args[0]), URI.create(args[1]));
    switch (args[2]) {
      case "polls" -> bench.polls();
      case "receipts" -> bench.receipts();
      case "emergency" ->
          emergency(
              Path.of(args[3]), Integer.parseInt(args[4]), Integer.parseInt(args[5]), Integer.parseInt(args[6]));
      default -> throw new IllegalArgumentException(args[2]);
    }
    System.exit(0);
  }

  private void read() throws Exception {
    var expires = Instant.now().plusSeconds(3_600).toEpochMilli();
    for (var line : Files.readAllLines(home.resolve("fleet/codes.csv")).stream().limit(SPEAKERS).toList()) {
      var serial = line.split(",")[0];
      var key = SpeakerKey.of(Files.readAllBytes(home.resolve("fleet/speakers").resolve(serial).resolve("key")));
      var signed = key.sign("firstline-ticket\n" + serial + '\n' + expires);
      speakers.add(new Speaker(serial, key, serial + '.' + expires + '.' + signed));
    }
  }

  /** One connection that is kept. */
  private final class Line implements AutoCloseable {
    private Socket socket;
    private InputStream in;
    private boolean closes;
    String etag = "";

    Line() throws IOException {
      open();
    }

    private void open() throws IOException {
      closes = false;
      socket = new Socket(server.getHost(), server.getPort());
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    /** Sends the bytes; gives status and body of the answer. */
    Map.Entry<Integer, byte[]> ask(byte[] request) throws IOException {
      if (closes) {
        // The server ends a connection after some hundred answers.
        socket.close();
        open();
      }
      socket.getOutputStream().write(request);
      var status = Integer.parseInt(line().split(" ")[1]);
      int length = 0;
      boolean chunked = false;
      for (var header = line(); !header.isEmpty(); header = line()) {
        var name = header.toLowerCase(Locale.ROOT);
        if (name.startsWith("content-length:")) {
          length = Integer.parseInt(name.substring(15).strip());
        } else if (name.startsWith("transfer-encoding:")) {
          chunked = true;
        } else if (name.equals("connection: close")) {
          closes = true;
        } else if (name.startsWith("etag:")) {
          etag = header.substring(5).strip();
        }
      }
      return Map.entry(status, status == 304 ? new byte[0] : chunked ? chunks() : in.readNBytes(length));
    }

    private byte[] chunks() throws IOException {
      var body = new ByteArrayOutputStream();
      for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
        body.write(in.readNBytes(size));
        line();
      }
      line();
      return body.toByteArray();
    }

    private String line() throws IOException {
      var text = new StringBuilder(64);
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new EOFException("the server closed the connection");
        }
        if (c != '\r') {
          text.append((char) c);
        }
      }
      return text.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private byte[] get(Speaker speaker, String etag) {
    return bytes(
        "GET /t/v1/programme HTTP/1.1\r\nHost: bench\r\nAuthorization: Speaker " + speaker.ticket() + "\r\n"
            + (etag.isEmpty() ? "" : "If-None-Match: " + etag + "\r\n") + "\r\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Runs the work in as many threads, each with its line; gives all that they measured, sorted. */
  private long[] together(int threads, ThrowingWork work) throws Exception {
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var tasks = new ArrayList<Callable<List<Long>>>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        tasks.add(
            () -> {
              var nanos = new ArrayList<Long>();
              try (var line = new Line()) {
                work.run(line, thread, nanos);
              }
              return nanos;
            });
      }
      var all = new ArrayList<Long>();
      for (var one : pool.invokeAll(tasks)) {
        all.addAll(one.get());
      }
      return all.stream().mapToLong(Long::longValue).sorted().toArray();
    } finally {
      pool.shutdownNow();
    }
  }

  private interface ThrowingWork {
    void run(Line line, int thread, List<Long> nanos) throws Exception;
  }

  private void polls() throws Exception {
    read();
    var requests = new byte[speakers.size()][];
    together(
        8,
        (line, thread, nanos) -> {
          for (int i = thread; i < requests.length; i += 8) {
            var answer = line.ask(get(speakers.get(i), ""));
            if (answer.getKey() != 200) {
              throw new IOException("a programme was answered by " + answer.getKey());
            }
            requests[i] = get(speakers.get(i), line.etag);
          }
        });
    poll(requests, 5);
    var began = System.nanoTime();
    var nanos = poll(requests, POLLING_SECONDS);
    var seconds = (System.nanoTime() - began) / 1e9;
    row("unchanged polls (304), " + speakers.size() + " tickets", rate(nanos.length / seconds) + ", " + percentiles(nanos), ">= 5,000/s, p99 <= 100 ms");
  }

  private long[] poll(byte[][] requests, int seconds) throws Exception {
    var until = System.nanoTime() + seconds * 1_000_000_000L;
    var next = new AtomicInteger();
    return together(
        THREADS,
        (line, thread, nanos) -> {
          while (System.nanoTime() < until) {
            var request = requests[Math.floorMod(next.getAndIncrement(), requests.length)];
            var start = System.nanoTime();
            if (line.ask(request).getKey() != 304) {
              throw new IOException("a poll that finds nothing new was not answered by 304");
            }
            nanos.add(System.nanoTime() - start);
          }
        });
  }

  private void receipts() throws Exception {
    read();
    var plays = new ArrayList<String>();
    var starts = new ArrayList<Long>();
    try (var line = new Line()) {
      for (var play : new Fields(Json.read(line.ask(get(speakers.get(0), "")).getValue())).objects("plays")) {
        plays.add(play.text("id"));
        starts.add(play.number("start"));
      }
    }
    if (plays.size() < BATCHES_EACH * RECORDS / 2) {
      throw new IllegalStateException("the programme has " + plays.size() + " plays only");
    }
    var requests = new ArrayList<byte[]>();
    var tails = new ArrayList<byte[]>();
    for (var speaker : speakers) {
      tails.addAll(journal(speaker, plays, starts));
    }
    // The batches of one speaker follow each other.
    for (int part = 0; part < BATCHES_EACH; part++) {
      for (int i = part; i < tails.size(); i += BATCHES_EACH) {
        requests.add(tails.get(i));
      }
    }
    try (var database = database()) {
      long before = number(database, RECEIPTS);
      var warm = Math.min(requests.size() / 3, 2_000);
      send(requests.subList(0, warm));
      var began = System.nanoTime();
      var nanos = send(requests.subList(warm, requests.size()));
      var seconds = (System.nanoTime() - began) / 1e9;
      long stored = number(database, RECEIPTS) - before;
      row(
          "durable receipts over HTTP, signed, batches of " + RECORDS,
          rate(nanos.length * RECORDS / seconds) + ", " + percentiles(nanos),
          ">= 10,000/s, p99 <= 500 ms");
      if (stored != (long) requests.size() * RECORDS) {
        throw new IllegalStateException("stored " + stored + " for " + requests.size() + " batches");
      }
      long once = number(database, EVERYTHING);
      var again = requests.subList(0, 1_000);
      for (int time = 0; time < 9; time++) {
        send(again);
      }
      row("each of 1,000 batches sent ten times", (number(database, EVERYTHING) - once) + " rows more", "0");
    }
  }

  private List<byte[]> journal(Speaker speaker, List<String> plays, List<Long> starts) throws Exception {
    var journal = new Journal(new MemoryDisk());
    int play = 0;
    for (int part = 0; part < BATCHES_EACH; part++) {
      for (int i = 0; i < RECORDS / 2; i++, play++) {
        var at = starts.get(play);
        journal.record(plays.get(play), Event.STARTED, at, 0, Reason.NONE, at);
        journal.record(plays.get(play), Event.FINISHED, at + 30_000, 30_000, Reason.NONE, at);
      }
    }
    var records = journal.waiting(200).records();
    var requests = new ArrayList<byte[]>();
    for (int part = 0; part < BATCHES_EACH; part++) {
      requests.add(request(speaker, journal.id(), part + 1, records.subList(part * RECORDS, (part + 1) * RECORDS)));
    }
    return requests;
  }

  private static byte[] request(Speaker speaker, String journal, int count, List<Map<String, Object>> records) throws Exception {
    var heartbeat =
        new HashMap<String, Object>(Map.of("count", count, "at", Instant.now().toEpochMilli(), "offset", 3, "trusted", true, "revision", 1,
            "state", "IDLE", "flags", List.of(), "volume", 70, "free", 1_000_000_000L));
    heartbeat.put("firmware", "bench");
    var body =
        Json.canonical(
            Map.of("serial", speaker.serial(), "journal", journal,
                "heartbeat", heartbeat, "records", records, "faults", List.of()));
    var signed = new ByteArrayOutputStream();
    signed.writeBytes(bytes("firstline-receipts\n"));
    signed.writeBytes(body);
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(
        bytes(
            "POST /t/v1/receipts HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nFirstline-Signature: "
                + speaker.key().sign(signed.toByteArray()) + "\r\nContent-Length: " + body.length + "\r\n\r\n"));
    whole.writeBytes(body);
    return whole.toByteArray();
  }

  private long[] send(List<byte[]> requests) throws Exception {
    var next = new AtomicInteger();
    return together(
        2 * THREADS,
        (line, thread, nanos) -> {
          for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
            var start = System.nanoTime();
            var answer = line.ask(requests.get(i));
            if (answer.getKey() != 200) {
              throw new IOException(
                  "a batch was answered by " + answer.getKey() + " " + new String(answer.getValue(), StandardCharsets.UTF_8));
            }
            nanos.add(System.nanoTime() - start);
          }
        });
  }

  private Connection database() throws Exception {
    var secret = Files.readString(home.resolve("secret")).strip();
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
    var password = Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes("database owner\u0001")));
    var port = Files.readAllLines(home.resolve("pg").resolve("postmaster.pid")).get(3).strip();
    return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
  }

  private static long number(Connection database, String query) throws SQLException {
    try (var statement = database.createStatement();
        var found = statement.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }

  /** Waits until the fleet has told so many STARTED of the emergency that Seed published. */
  private static void emergency(Path log, int waiting, int aim, int from) throws Exception {
    var began = System.nanoTime();
    int heard = 0;
    long p99 = 0, longest = 0;
    while (heard < waiting * 995L / 1000 && System.nanoTime() - began < (aim + 60) * 1_000_000_000L) {
      Thread.sleep(500);
      heard = 0;
      p99 = 0;
      for (var line : Files.readAllLines(log).stream().skip(from).filter(one -> one.contains("\"emergencies\"")).toList()) {
        var fields = new Fields(Json.read(bytes(line)));
        heard += (int) fields.number("emergencies");
        p99 = Math.max(p99, fields.number("p99"));
        longest = Math.max(longest, fields.number("longest"));
      }
    }
    row(
        "emergency published -> STARTED, " + heard + " of " + waiting + " speakers",
        String.format(Locale.ROOT, "p99 %.1f s, most %.1f s", p99 / 1e3, longest / 1e3),
        "p99 <= " + aim + " s");
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%,.0f/s", perSecond);
  }

  private static String percentiles(long[] sorted) {
    return String.format(
        Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * 99L / 100)] / 1e6);
  }

  private static void row(String what, String measured, String aim) {
    System.out.println(what + '\t' + measured + '\t' + aim);
  }
}
