package firstline.speaker.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be heard. Instants are Unix milliseconds, lengths milliseconds.
 *
 * @param fresh from then on it is stale, and still played
 * @param until from then on nothing in it is played
 * @param spread within how many milliseconds receipts are handed in, at a random moment of it
 */
public record Programme(
    String audience,
    long revision,
    long issued,
    long fresh,
    long until,
    long poll,
    long spread,
    Map<String, Item> items,
    List<Play> plays,
    List<Quiet> quiet,
    Set<String> withdrawn) {
  private static final long LEAST_POLL = 15_000;
  private static final long GREATEST_POLL = 900_000;
  private static final long GREATEST_SPREAD = 60_000;

  /** Of a fleet that is small. */
  public static final long SPREAD = 500;

  /** Thirty days: far more than a programme holds, and far from an overflow. */
  private static final long LONGEST = 2_592_000_000L;

  /** What sounds before an item. */
  public enum Tone {
    NONE,
    CHIME,
    ATTENTION,
    DRILL
  }

  /** The kinds of plays, the strongest first. */
  public enum Kind {
    EMERGENCY,
    LIVE,
    ROUTINE,
    DRILL;

    /** Whether quiet windows hold for it. */
    public boolean heedsQuiet() {
      return this == ROUTINE || this == DRILL;
    }

    /** Whether it may sound while nobody knows the time. */
    public boolean needsNoTime() {
      return this == EMERGENCY || this == LIVE;
    }
  }

  /** What becomes of a play when something stronger sounds. */
  public enum Preemption {
    RESUME,
    RESTART,
    DROP,
    SHIFT
  }

  /** A sound file: its hash (64 hexadecimal digits), size in bytes and length. */
  public record Media(String sha256, long bytes, String type, long length) {}

  /**
   * What is heard: files, or a text to be spoken, or both; or what somebody says just now.
   *
   * @param live id of the stream of a live page, else empty; its text is for when nothing comes
   */
  public record Item(
      String id, Tone tone, String text, String language, List<Media> media, String live) {
    public Item {
      media = List.copyOf(media);
    }

    /** One that is there in whole before it sounds. */
    public Item(String id, Tone tone, String text, String language, List<Media> media) {
      this(id, tone, text, language, media, "");
    }
  }

  /** A time in which nothing routine sounds: from ≤ t < until. */
  public record Quiet(long from, long until) {}

  /**
   * One planned play.
   *
   * @param rank the lower the stronger
   * @param length of one sounding
   * @param tolerance it begins at {@code start + tolerance} at the latest
   * @param end it is over by then
   * @param repeats how often it sounds; 0: until its end
   * @param pause between two soundings
   */
  public record Play(
      String id,
      String item,
      Kind kind,
      int level,
      long rank,
      long start,
      long length,
      long end,
      long tolerance,
      Preemption preemption,
      int volume,
      int repeats,
      long pause) {

    /** Whether it goes before the other; kinds stand above ranks. */
    public boolean strongerThan(Play other) {
      int kinds = kind.compareTo(other.kind);
      return kinds != 0 ? kinds < 0 : rank < other.rank;
    }

    /** The last moment at which it may begin, exclusive of its end. */
    public long latest() {
      return kind == Kind.EMERGENCY ? end - 1 : Math.min(start + tolerance, end - 1);
    }

    /** How long it lasts with its repeats, when nothing comes between. */
    public long whole() {
      return repeats == 0 ? end - start : repeats * length + (repeats - 1) * pause;
    }
  }

  public Programme {
    items = Map.copyOf(items);
    plays = List.copyOf(plays);
    quiet = List.copyOf(quiet);
    withdrawn = Set.copyOf(withdrawn);
  }

  /**
   * Reads one; its signature is another matter.
   *
   * @throws Malformed naming the member
   */
  public static Programme of(Map<String, Object> object) throws Malformed {
    var fields = new Fields(object);
    if (fields.number("version") != 1) {
      throw fields.wrong("version");
    }
    var items = new HashMap<String, Item>();
    for (var item : fields.objects("items")) {
      items.put(item.id("id"), item(item));
    }
    var plays = new ArrayList<Play>();
    var ids = new HashSet<String>();
    for (var each : fields.objects("plays")) {
      var play = play(each);
      if (!items.containsKey(play.item)) {
        throw each.wrong("item");
      }
      if (!ids.add(play.id)) {
        throw each.wrong("id");
      }
      plays.add(play);
    }
    var quiet = new ArrayList<Quiet>();
    for (var window : fields.objects("quiet")) {
      quiet.add(new Quiet(window.number("from"), window.number("until")));
    }
    return new Programme(
        fields.id("audience"),
        fields.number("revision"),
        fields.number("issued"),
        fields.number("fresh"),
        fields.number("until"),
        poll(fields),
        Math.max(0, Math.min(GREATEST_SPREAD, fields.number("spread", SPREAD))),
        items,
        plays,
        quiet,
        Set.copyOf(fields.texts("withdrawn")));
  }

  static long poll(Fields fields) throws Malformed {
    return Math.max(LEAST_POLL, Math.min(GREATEST_POLL, fields.number("poll", 60_000)));
  }

  private static Item item(Fields fields) throws Malformed {
    var media = new ArrayList<Media>();
    for (var file : fields.objects("media")) {
      var hash = file.text("sha256");
      // It becomes a file name.
      if (!hash.matches("[0-9a-f]{64}")) {
        throw file.wrong("sha256");
      }
      media.add(
          new Media(hash, file.number("bytes"), file.text("type", ""), file.number("length", 0)));
    }
    var live = fields.text("live", "");
    // It becomes a part of an address.
    if (!live.matches("[0-9A-Za-z-]{0,64}")) {
      throw fields.wrong("live");
    }
    return new Item(
        fields.id("id"),
        fields.oneOf("tone", Tone.class),
        fields.text("text", ""),
        fields.text("language", "zh"),
        media,
        live);
  }

  private static Play play(Fields fields) throws Malformed {
    var play =
        new Play(
            fields.id("id"),
            fields.id("item"),
            fields.oneOf("kind", Kind.class),
            small(fields, "level", 0, 9),
            fields.number("rank"),
            fields.number("start"),
            fields.number("length"),
            fields.number("end"),
            fields.number("tolerance", 0),
            fields.oneOf("preemption", Preemption.class),
            small(fields, "volume", 70, 100),
            small(fields, "repeats", 1, 10_000),
            fields.number("pause", 0));
    if (play.end <= play.start || play.end - play.start > LONGEST) {
      throw fields.wrong("end");
    }
    if (play.length > LONGEST) {
      throw fields.wrong("length");
    }
    if (play.pause > LONGEST) {
      throw fields.wrong("pause");
    }
    return play;
  }

  private static int small(Fields fields, String name, int otherwise, int greatest)
      throws Malformed {
    long number = fields.number(name, otherwise);
    if (number > greatest) {
      throw fields.wrong(name);
    }
    return (int) number;
  }
}
