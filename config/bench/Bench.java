import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Measures a running server from outside and prints one aligned table. Started as source by
 * {@code ./firstline bench}: {@code java Bench.java --url U [--row name\tvalue\ttarget]...
 * [--public PATH]... [--list PATH[\tAIM]]... [--threads 16] [--seconds 8]}; the account for the console
 * comes from the environment, BENCH_USERNAME and BENCH_PASSWORD.
 *
 * <p>Raw sockets with keep-alive: java.net.http costs as much processor as the server itself, and
 * both share the machine. The JIT needs thousands of requests, so every figure is taken after a
 * warm-up. Times are milliseconds to the last byte of the body, weights are bytes on the wire.
 */
public final class Bench {
  private static final Pattern RESOURCE =
      Pattern.compile("<(?:script[^>]*?src|link[^>]*?rel=\"stylesheet\"[^>]*?href|img[^>]*?src)=\"(/[^\"]*)\"");

  private final URI server;
  private final List<String[]> rows = new ArrayList<>();
  private int threads = 16;
  private int seconds = 8;

  private Bench(URI server) {
    this.server = server;
  }

  /** An answer; the body is as it came over the wire, compressed or not. */
  private record Answer(int status, TreeMap<String, List<String>> headers, byte[] body) {
    String header(String name) {
      var values = headers.get(name);
      return values == null ? "" : values.get(0);
    }

    /** The body as text, decompressed. */
    String text() throws IOException {
      if (!header("content-encoding").equals("gzip")) {
        return new String(body, StandardCharsets.UTF_8);
      }
      try (var plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
        return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  /** One kept-alive connection of one visitor; remembers cookies, follows nothing. */
  private static final class Visitor implements Closeable {
    private final URI server;
    private final TreeMap<String, String> cookies = new TreeMap<>();
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Visitor(URI server) {
      this.server = server;
    }

    Answer get(String path) throws IOException {
      return exchange("GET", path, "");
    }

    Answer post(String path, String form) throws IOException {
      return exchange("POST", path, form);
    }

    private Answer exchange(String method, String path, String form) throws IOException {
      var head = new StringBuilder(256);
      head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ");
      head.append(server.getAuthority()).append("\r\nAccept-Encoding: gzip\r\nAccept-Language: zh-CN\r\n");
      if (!cookies.isEmpty()) {
        head.append("Cookie: ");
        cookies.forEach((name, value) -> head.append(name).append('=').append(value).append("; "));
        head.append("\r\n");
      }
      if (method.equals("POST")) {
        // Browsers send where a form came from; the server may insist on it.
        head.append("Origin: ").append(server.getScheme()).append("://").append(server.getAuthority());
        head.append("\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ");
        head.append(form.length()).append("\r\n");
      }
      head.append("\r\n").append(form);
      var request = head.toString().getBytes(StandardCharsets.US_ASCII);
      var fresh = socket == null;
      try {
        return send(request);
      } catch (IOException closedByServer) {
        close();
        if (fresh) {
          throw closedByServer;
        }
        return send(request);
      }
    }

    private Answer send(byte[] request) throws IOException {
      if (socket == null) {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
        out = socket.getOutputStream();
      }
      out.write(request);
      out.flush();
      var status = Integer.parseInt(line().split(" ", 3)[1]);
      var headers = new TreeMap<String, List<String>>();
      for (var line = line(); !line.isEmpty(); line = line()) {
        var colon = line.indexOf(':');
        var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        headers.computeIfAbsent(name, any -> new ArrayList<>()).add(line.substring(colon + 1).strip());
      }
      for (var cookie : headers.getOrDefault("set-cookie", List.of())) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
          cookies.remove(pair[0]);
        } else {
          cookies.put(pair[0], pair[1]);
        }
      }
      var answer = new Answer(status, headers, body(status, headers));
      if (answer.header("connection").equalsIgnoreCase("close")) {
        close();
      }
      return answer;
    }

    private byte[] body(int status, TreeMap<String, List<String>> headers) throws IOException {
      if (headers.containsKey("transfer-encoding")) {
        var all = new ByteArrayOutputStream();
        for (var size = size(); size > 0; size = size()) {
          all.write(in.readNBytes(size));
          line();
        }
        line();
        return all.toByteArray();
      }
      var length = headers.get("content-length");
      if (length != null) {
        return in.readNBytes(Integer.parseInt(length.get(0)));
      }
      return status == 204 || status == 304 ? new byte[0] : in.readAllBytes();
    }

    private int size() throws IOException {
      return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private String line() throws IOException {
      var bytes = new ByteArrayOutputStream(128);
      for (var next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new EOFException("the server closed the connection");
        }
        if (next != '\r') {
          bytes.write(next);
        }
      }
      return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      if (socket != null) {
        socket.close();
        socket = null;
      }
    }
  }

  /** Requests finished within a span, how many of them were not 200, and their sorted times. */
  private record Load(double perSecond, long wrong, double[] millis) {
    double percentile(double share) {
      return millis.length == 0 ? Double.NaN : millis[(int) Math.min(millis.length - 1, millis.length * share)];
    }

    String latency() {
      return String.format(Locale.ROOT, "p50 %.1f  p95 %.1f  p99 %.1f ms", percentile(0.5), percentile(0.95), percentile(0.99));
    }

    String rate() {
      return String.format(Locale.ROOT, "%.0f/s%s", perSecond, wrong == 0 ? "" : ", " + wrong + " not 200");
    }
  }

  /** Asks for the path from so many visitors at once for so many seconds. */
  private Load load(String path, List<Visitor> visitors, double span) throws IOException, InterruptedException {
    var pool = Executors.newFixedThreadPool(visitors.size());
    try {
      var begun = System.nanoTime();
      var end = begun + (long) (span * 1e9);
      var tasks = new ArrayList<Callable<long[][]>>();
      for (var visitor : visitors) {
        tasks.add(() -> ask(path, visitor, end));
      }
      var times = new ArrayList<long[]>();
      var wrong = 0L;
      for (var done : pool.invokeAll(tasks)) {
        times.add(done.get()[0]);
        wrong += done.get()[1][0];
      }
      var elapsed = (System.nanoTime() - begun) / 1e9;
      var millis = times.stream().flatMapToLong(Arrays::stream).mapToDouble(nanos -> nanos / 1e6).sorted().toArray();
      return new Load(millis.length / elapsed, wrong, millis);
    } catch (ExecutionException e) {
      throw new IOException(path, e.getCause());
    } finally {
      pool.shutdown();
    }
  }

  private static long[][] ask(String path, Visitor visitor, long end) throws IOException {
    var times = new long[1024];
    var count = 0;
    var wrong = 0L;
    while (System.nanoTime() < end) {
      var begun = System.nanoTime();
      if (visitor.get(path).status() != 200) {
        wrong++;
      }
      if (count == times.length) {
        times = Arrays.copyOf(times, count * 2);
      }
      times[count++] = System.nanoTime() - begun;
    }
    return new long[][] {Arrays.copyOf(times, count), {wrong}};
  }

  /** Bytes of the page, and of it with every style sheet, script and picture that a cold browser fetches. */
  private static int[] weight(Visitor visitor, String path) throws IOException {
    var page = visitor.get(path);
    var resources = new LinkedHashSet<String>();
    var found = RESOURCE.matcher(page.text());
    while (found.find()) {
      resources.add(found.group(1).replace("&amp;", "&"));
    }
    var all = page.body().length;
    for (var resource : resources) {
      all += visitor.get(resource).body().length;
    }
    return new int[] {page.body().length, all};
  }

  /** Signs in to the console; false when the form did not lead inside. */
  private static boolean signIn(Visitor visitor, String username, String password) throws IOException {
    visitor.get("/sign-in");
    visitor.post(
        "/session/sign-in",
        "to=&username=" + URLEncoder.encode(username, StandardCharsets.UTF_8)
            + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8));
    return visitor.get("/console/home").status() == 200;
  }

  private void row(String what, String value, String target) {
    rows.add(new String[] {what, value, target});
  }

  private void measure(String path, List<Visitor> visitors, String weightTarget, String latencyTarget, String rateTarget)
      throws IOException, InterruptedException {
    var status = visitors.get(0).get(path).status();
    if (status != 200) {
      row(path, "answers " + status + ", not measured", "");
      return;
    }
    var weight = weight(visitors.get(0), path);
    row(path + "  weight, gzip", String.format(Locale.ROOT, "%.1f KB, cold with resources %.1f KB", weight[0] / 1024.0, weight[1] / 1024.0), weightTarget);
    load(path, visitors, seconds);
    var one = load(path, visitors.subList(0, 1), seconds / 2.0);
    row(path + "  one visitor", one.latency(), latencyTarget);
    var many = load(path, visitors, seconds);
    row(path + "  " + visitors.size() + " visitors", many.rate() + "  " + many.latency(), rateTarget);
  }

  private void machine() throws IOException {
    var model = "";
    var info = Path.of("/proc/cpuinfo");
    if (Files.isReadable(info)) {
      try (var lines = Files.lines(info, StandardCharsets.UTF_8)) {
        model = lines.filter(line -> line.startsWith("model name")).findFirst().map(line -> line.replaceFirst(".*?: *", "")).orElse("");
      }
    }
    var load = Path.of("/proc/loadavg");
    row(
        "machine",
        Runtime.getRuntime().availableProcessors() + " cores " + model,
        Files.isReadable(load) ? "load before " + Files.readString(load, StandardCharsets.UTF_8).split(" ")[0] : "");
  }

  private void print() {
    var widths = new int[3];
    for (var row : rows) {
      for (var i = 0; i < 3; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    for (var row : rows) {
      var line = String.format(Locale.ROOT, "%-" + widths[0] + "s  %-" + widths[1] + "s  %s", row[0], row[1], row[2]);
      System.out.println(line.stripTrailing());
    }
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    var bench = new Bench(URI.create(value(args, "--url").get(0)));
    value(args, "--threads").forEach(n -> bench.threads = Integer.parseInt(n));
    value(args, "--seconds").forEach(n -> bench.seconds = Integer.parseInt(n));
    bench.row("WHAT", "MEASURED", "TARGET");
    bench.machine();
    for (var row : value(args, "--row")) {
      var cells = Arrays.copyOf(row.split("\t"), 3);
      bench.row(cells[0], cells[1], cells[2] == null ? "" : cells[2]);
    }
    var visitors = new ArrayList<Visitor>();
    for (var i = 0; i < bench.threads; i++) {
      visitors.add(new Visitor(bench.server));
    }
    for (var path : value(args, "--public")) {
      bench.measure(path, visitors, "<= 60 KB", "", ">= 1,000/s");
    }
    var username = System.getenv().getOrDefault("BENCH_USERNAME", "");
    if (!username.isEmpty()) {
      var inside = true;
      for (var visitor : visitors) {
        inside &= signIn(visitor, username, System.getenv().getOrDefault("BENCH_PASSWORD", ""));
      }
      if (inside) {
        for (var path : value(args, "--list")) {
          // A page of its own kind brings its aim behind a tab.
          var cells = path.split("\t", 2);
          var own = cells.length == 2;
          bench.measure(cells[0], visitors, own ? "" : "<= 300 KB cold", own ? cells[1] : "p95 <= 60 ms", "");
        }
      } else {
        bench.row("console", "sign-in failed, not measured", "");
      }
    }
    for (var visitor : visitors) {
      visitor.close();
    }
    bench.print();
  }

  private static List<String> value(String[] args, String name) {
    var values = new ArrayList<String>();
    for (var i = 0; i + 1 < args.length; i++) {
      if (args[i].equals(name)) {
        values.add(args[i + 1]);
      }
    }
    return values;
  }
}
