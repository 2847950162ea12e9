import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Turns the pages of a list in a real browser and prints rows of the bench: from the press on
 * "next" to the first pixels of the next page (First Contentful Paint, counted by the browser from
 * the start of the navigation), and for each further page from the start of a navigation to its
 * Largest Contentful Paint. Started as source: {@code java Flip.java CHROMIUM URL LIST FLIPS [PAGE]...};
 * the account comes from BENCH_USERNAME and BENCH_PASSWORD. Speaks the DevTools protocol itself, so
 * that the bench needs no library.
 */
public final class Flip implements WebSocket.Listener {
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+)");
  private static final Pattern VALUE = Pattern.compile("\"value\":(\"((?:[^\"\\\\]|\\\\.)*)\"|[-0-9.]+)");
  private static final Pattern TARGET = Pattern.compile("\"targetId\":\"([^\"]+)\"");
  private static final Pattern SESSION = Pattern.compile("\"sessionId\":\"([^\"]+)\"");

  private static final int PAINTS = 15;

  private final Map<Integer, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();
  private final StringBuilder text = new StringBuilder();
  private WebSocket socket;
  private String session = "";

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean end) {
    text.append(piece);
    if (end) {
      var id = ID.matcher(text);
      if (id.find()) {
        var answer = waiting.remove(Integer.valueOf(id.group(1)));
        if (answer != null) {
          answer.complete(text.toString());
        }
      }
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  private String call(String method, String parameters) throws InterruptedException, ExecutionException, TimeoutException {
    var id = last.incrementAndGet();
    var answer = new CompletableFuture<String>();
    waiting.put(id, answer);
    var on = session.isEmpty() ? "" : ",\"sessionId\":\"" + session + "\"";
    socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + on + "}", true).get();
    return answer.get(20, TimeUnit.SECONDS);
  }

  /** What the expression is on the page, as text. */
  private String evaluate(String expression) throws InterruptedException, ExecutionException, TimeoutException {
    var quoted = expression.replace("\\", "\\\\").replace("\"", "\\\"");
    var value = VALUE.matcher(call("Runtime.evaluate", "{\"returnByValue\":true,\"expression\":\"" + quoted + "\"}"));
    if (!value.find()) {
      return "";
    }
    return value.group(2) == null ? value.group(1) : value.group(2);
  }

  private void until(String expression) throws InterruptedException, ExecutionException, TimeoutException {
    var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!evaluate("String(" + expression + ")").equals("true")) {
      if (System.nanoTime() > end) {
        throw new TimeoutException(expression + " at " + evaluate("location.href"));
      }
      // Seldom: every question is work for the page, and the figure is taken inside the browser.
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private void open(String address) throws InterruptedException, ExecutionException, TimeoutException {
    call("Page.navigate", "{\"url\":\"" + address + "\"}");
    until("document.readyState === 'complete' && location.href !== 'about:blank'");
  }

  private void run(String url, String list, int flips) throws InterruptedException, ExecutionException, TimeoutException {
    var target = TARGET.matcher(call("Target.createTarget", "{\"url\":\"about:blank\"}"));
    target.find();
    var attached = SESSION.matcher(call("Target.attachToTarget", "{\"flatten\":true,\"targetId\":\"" + target.group(1) + "\"}"));
    attached.find();
    session = attached.group(1);
    open(url + "/sign-in");
    evaluate("username.value = '" + System.getenv("BENCH_USERNAME") + "'");
    evaluate("password.value = '" + System.getenv("BENCH_PASSWORD") + "'");
    evaluate("password.form.submit()");
    until("location.pathname === '/console/home' && document.readyState === 'complete'");
    open(url + list);
    var millis = new ArrayList<Double>();
    // The first turns warm the browser's and the server's code.
    for (var i = -10; i < flips; i++) {
      var here = evaluate("location.href");
      evaluate("document.querySelector('a[rel=next]').click()");
      until("location.href !== '" + here + "' && performance.getEntriesByName('first-contentful-paint').length > 0");
      if (i >= 0) {
        millis.add(Double.valueOf(evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")));
      }
    }
    millis.sort(Comparator.naturalOrder());
    System.out.printf(
        Locale.ROOT,
        "%s  flip to pixels\tp50 %.0f  p95 %.0f ms, %d flips in Chromium\tp95 <= 250 ms%n",
        list, millis.get(flips / 2), millis.get(Math.min(flips - 1, flips * 95 / 100)), flips);
  }

  /** As somebody sees it who has been on the site before: style sheets and scripts are kept. */
  private void paints(String url, String page) throws InterruptedException, ExecutionException, TimeoutException {
    call("Page.enable", "{}");
    call(
        "Page.addScriptToEvaluateOnNewDocument",
        "{\"source\":\"window.largest = 0; new PerformanceObserver((seen) => { for (const one of seen.getEntries()) window.largest = one.startTime; })"
            + ".observe({ type: 'largest-contentful-paint', buffered: true });\"}");
    var millis = new ArrayList<Double>();
    for (var i = -3; i < PAINTS; i++) {
      open(url + page);
      until("window.largest > 0");
      if (i >= 0) {
        millis.add(Double.valueOf(evaluate("window.largest")));
      }
    }
    millis.sort(Comparator.naturalOrder());
    System.out.printf(
        Locale.ROOT, "%s  LCP\tp50 %.0f  worst %.0f ms of %d\t<= 800 ms%n", page, millis.get(PAINTS / 2), millis.get(PAINTS - 1), PAINTS);
  }

  public static void main(String[] args) throws IOException, InterruptedException, ExecutionException, TimeoutException {
    var profile = Files.createTempDirectory("firstline-flip");
    var browser =
        new ProcessBuilder(
                args[0], "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                "--remote-debugging-port=0", "--user-data-dir=" + profile, "--window-size=1440,900", "about:blank")
            .redirectErrorStream(true)
            .start();
    try (var lines = browser.inputReader()) {
      var address = lines.lines().map(LISTENING::matcher).filter(m -> m.find()).map(m -> m.group(1)).findFirst().orElseThrow();
      var flip = new Flip();
      flip.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(address), flip).get();
      flip.run(args[1], args[2], Integer.parseInt(args[3]));
      for (var page : Arrays.asList(args).subList(4, args.length)) {
        flip.paints(args[1], page);
      }
    } finally {
      browser.destroy();
      browser.waitFor(5, TimeUnit.SECONDS);
      try (var left = Files.walk(profile)) {
        left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
      }
    }
    System.exit(0);
  }
}
