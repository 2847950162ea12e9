package firstline.speaker.network;

import firstline.speaker.protocol.Programme;
import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Kind;
import firstline.speaker.protocol.Programme.Media;
import firstline.speaker.protocol.Programme.Play;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings the media of a programme, each at a random moment before its first play, one after the
 * other; what was cut goes on where it was. Not safe for several threads.
 */
public final class Fetching {
  private static final long MARGIN = 60_000;

  /** The text of an emergency is heard meanwhile, and a whole city must not ask at once. */
  private static final long SPOKEN_MEANWHILE = 10_000;

  private static final long AGAIN = 10_000;
  private static final long LATEST = 3_600_000;

  private record Due(Media media, long at, int attempts) {}

  private final MediaCache cache;
  private final HttpClient http;
  private final URI server;
  private final Random random;
  private final Map<String, Due> due = new HashMap<>();
  private Set<String> needed = Set.of();

  public Fetching(MediaCache cache, HttpClient http, URI server, Random random) {
    this.cache = cache;
    this.http = http;
    this.server = server;
    this.random = random;
  }

  /** Plans what the programme needs; an emergency's at once, or while its text is heard. */
  public void plan(Programme programme, long now) throws IOException {
    needed =
        programme.items().values().stream()
            .flatMap(item -> item.media().stream())
            .map(Media::sha256)
            .collect(Collectors.toSet());
    due.keySet().retainAll(needed);
    for (var play : programme.plays()) {
      var item = programme.items().get(play.item());
      if (item == null || play.end() <= now) {
        continue;
      }
      long slot = slot(play, item, now);
      for (var media : item.media()) {
        if (cache.file(media).isEmpty()) {
          var planned = new Due(media, now + (long) (random.nextDouble() * slot), 0);
          due.merge(media.sha256(), planned, (a, b) -> a.at() <= b.at() ? a : b);
        }
      }
    }
    cache.evict(needed);
  }

  /** How far ahead the random moment may lie. */
  private static long slot(Play play, Item item, long now) {
    if (play.kind() == Kind.EMERGENCY) {
      return item.text().isBlank() ? 0 : SPOKEN_MEANWHILE;
    }
    return Math.max(0, play.start() - MARGIN - now);
  }

  /** The hash of something that should be here by now and is not. */
  public Optional<String> missing() {
    return due.values().stream()
        .filter(each -> each.attempts() > 0)
        .map(each -> each.media().sha256())
        .findFirst();
  }

  /** Takes what lies on a memory stick. */
  public boolean copyFrom(Path stick) throws IOException {
    boolean some = false;
    for (var each : Map.copyOf(due).values()) {
      if (cache.copy(each.media(), stick)) {
        due.remove(each.media().sha256());
        some = true;
      }
    }
    return some;
  }

  /**
   * Fetches one of those that are due, and waits for it.
   *
   * @return whether one has come
   */
  public boolean fetch(long now) throws InterruptedException {
    var next =
        due.values().stream()
            .filter(each -> each.at() <= now)
            .min(Comparator.comparingLong(Due::at));
    if (next.isEmpty()) {
      return false;
    }
    var media = next.get().media();
    long pause = Math.min(LATEST, AGAIN << Math.min(8, next.get().attempts()));
    try {
      if (bring(media)) {
        due.remove(media.sha256());
        return true;
      }
    } catch (IOException e) {
      // A cut line; the part that came stays.
    }
    due.put(
        media.sha256(),
        new Due(media, now + pause / 2 + random.nextInt((int) pause), next.get().attempts() + 1));
    return false;
  }

  private boolean bring(Media media) throws IOException, InterruptedException {
    var part = cache.part(media);
    long have = size(part);
    if (have < media.bytes()) {
      var request =
          HttpRequest.newBuilder(server.resolve("/m/" + media.sha256()))
              .timeout(Duration.ofMinutes(10));
      if (have > 0) {
        request.header("Range", "bytes=" + have + '-');
      }
      http.send(request.build(), answer -> onto(answer, part, have, media));
    }
    return size(part) == media.bytes() && cache.adopt(media, part);
  }

  private static long size(Path part) throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /** Goes on when the server does, begins again when it does, and takes no more than was signed. */
  private static HttpResponse.BodySubscriber<Path> onto(
      HttpResponse.ResponseInfo answer, Path part, long have, Media media) {
    long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    var range = answer.headers().firstValue("Content-Range").orElse("");
    if (answer.statusCode() == 206
        && range.startsWith("bytes " + have + '-')
        && length == media.bytes() - have) {
      return BodySubscribers.ofFile(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    if (answer.statusCode() == 200 && length == media.bytes()) {
      return BodyHandlers.ofFile(part).apply(answer);
    }
    return BodySubscribers.replacing(part);
  }
}
