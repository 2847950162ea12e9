import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a signed-in officer costs a running server in memory: prints rows of the bench. Started as
 * source: {@code java Sessions.java URL PID SESSIONS VIEWS PATH...}; with {@code URL first PAGE
 * PREFIX} it prints an address that stands on the page. The account comes from
 * BENCH_USERNAME and BENCH_PASSWORD. Counts what lives after a full collection, as the JDK's jcmd
 * tells it.
 */
public final class Sessions {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  /** So many come first, until classes are loaded and pools are full. */
  private static final int WARM = 30;

  private final String url;
  private final String pid;
  private final List<String> paths;

  private Sessions(String url, String pid, List<String> paths) {
    this.url = url;
    this.pid = pid;
    this.paths = paths;
  }

  /** Bytes of all that lives. */
  private long living() throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var asked = new ProcessBuilder(jcmd, pid, "GC.class_histogram").redirectErrorStream(true).start();
    var told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asked.waitFor();
    var total = TOTAL.matcher(told);
    if (!total.find()) {
      throw new IOException("jcmd said " + told.lines().findFirst().orElse("nothing"));
    }
    return Long.parseLong(total.group(1));
  }

  private int get(HttpClient officer, String path) throws IOException, InterruptedException {
    return officer
        .send(HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** Signed in, and each of the pages seen once. */
  private HttpClient officer() throws IOException, InterruptedException {
    var officer = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    get(officer, "/sign-in");
    var form =
        "to=&username=" + URLEncoder.encode(System.getenv("BENCH_USERNAME"), StandardCharsets.UTF_8)
            + "&password=" + URLEncoder.encode(System.getenv("BENCH_PASSWORD"), StandardCharsets.UTF_8);
    officer.send(
        HttpRequest.newBuilder(URI.create(url + "/session/sign-in"))
            .header("Origin", url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.discarding());
    see(officer, paths.size());
    return officer;
  }

  private void see(HttpClient officer, int views) throws IOException, InterruptedException {
    for (var i = 0; i < views; i++) {
      var path = paths.get(i % paths.size());
      var status = get(officer, path);
      if (status != 200) {
        throw new IOException(path + " answers " + status);
      }
    }
  }

  private void sessions(int many) throws IOException, InterruptedException {
    for (var i = 0; i < WARM; i++) {
      officer();
    }
    var before = living();
    for (var i = 0; i < many; i++) {
      officer();
    }
    row("heap per idle session", (living() - before) / 1024.0 / many, "KB, " + many + " sessions of " + paths.size() + " pages each", "<= 300 KB");
  }

  private void growth(int views) throws IOException, InterruptedException {
    var officer = officer();
    see(officer, 500);
    var before = living();
    see(officer, views);
    row("growth in one session", (living() - before) / 1048576.0, "MB after " + views + " page views", "< 20 MB");
  }

  private static void row(String what, double value, String unit, String target) {
    System.out.printf(Locale.ROOT, "%s\t%.1f %s\t%s%n", what, value, unit, target);
  }

  /** The first address on the page that begins so. */
  private static String first(String url, String page, String prefix) throws IOException, InterruptedException {
    var officer = new Sessions(url, "", List.of(page)).officer();
    var text = officer.send(HttpRequest.newBuilder(URI.create(url + page)).build(), HttpResponse.BodyHandlers.ofString()).body();
    var link = Pattern.compile("href=\"(" + Pattern.quote(prefix) + "[^\"]*)\"").matcher(text);
    if (!link.find()) {
      throw new IOException("no link " + prefix + " on " + page);
    }
    return link.group(1).replace("&amp;", "&");
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args[1].equals("first")) {
      System.out.println(first(args[0], args[2], args[3]));
      return;
    }
    var bench = new Sessions(args[0], args[1], List.of(args).subList(4, args.length));
    bench.sessions(Integer.parseInt(args[2]));
    bench.growth(Integer.parseInt(args[3]));
  }
}
