package firstline.broadcast.receipt;

import firstline.broadcast.signature.Canonical;
import firstline.broadcast.signature.Ed25519;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a speaker hands in at once (PROTOCOL.md, 5).
 *
 * @param serial as it says; the signature tells whether it is
 */
public record Batch(String serial, UUID journal, Heartbeat heartbeat, List<Entry> entries) {
  /** Entries of one batch. */
  public static final int MOST = 200;

  /** Characters, not units of UTF-16: so a speaker shortens a detail. */
  private static final int TEXT = 200;

  private static final int FLAGS = 20;
  private static final int LOUDEST = 100;

  /** Digits of 2^53. */
  private static final int DIGITS = 16;

  /** The year 2200. */
  private static final long LATEST = 7_258_118_400_000L;

  private static final Pattern UUID_TEXT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private static final List<String> EVENTS =
      java.util.Arrays.stream(PlayEvent.values()).map(Enum::name).toList();

  /**
   * How the speaker is.
   *
   * @param count grows with each, so that an old one changes nothing
   * @param offset milliseconds that its clock was off at its best measure
   * @param free bytes of its disk
   */
  public record Heartbeat(
      long count,
      long offset,
      boolean trusted,
      long revision,
      String state,
      String flags,
      int volume,
      long free,
      String firmware) {}

  /**
   * Reads it.
   *
   * @throws Refusal {@code receipts.json}, {@code receipts.most}, {@code receipts.member} with the
   *     name of the member
   */
  @Requirement("R33.6")
  public static Batch read(byte[] body) {
    var object = new Members(JsonBody.read(body), "");
    var records = object.list("records");
    var faults = object.list("faults");
    if (records.size() + faults.size() > MOST) {
      throw new Refusal("receipts.most", MOST, records.size() + faults.size());
    }
    var entries = new ArrayList<Entry>();
    for (var one : records) {
      entries.add(
          entry(
              one,
              new Entry.Played(one.play(), one.event(), one.natural("heard"), one.text("reason"))));
    }
    for (var one : faults) {
      entries.add(entry(one, new Entry.Fault(one.text("code"), one.text("detail"))));
    }
    var beat = object.object("heartbeat");
    return new Batch(
        object.text("serial"),
        object.uuid("journal"),
        new Heartbeat(
            beat.natural("count"),
            beat.number("offset"),
            beat.flag("trusted"),
            beat.natural("revision"),
            beat.text("state"),
            beat.texts("flags"),
            beat.volume(),
            beat.natural("free"),
            beat.text("firmware")),
        List.copyOf(entries));
  }

  private static Entry entry(Members one, Entry.What what) {
    return new Entry(one.natural("sequence"), one.instant("at"), one.hash(), one.signed(), what);
  }

  /** Members of an object, each named in the refusal if it is not what it should be. */
  private record Members(JsonObject object, String path) {
    private Refusal wrong(String name) {
      return new Refusal("receipts.member", path + name);
    }

    List<Members> list(String name) {
      var value = object.get(name);
      if (value == null) {
        return List.of();
      }
      if (!(value instanceof JsonArray array)) {
        throw wrong(name);
      }
      var all = new ArrayList<Members>();
      for (var one : array) {
        var at = path + name + '[' + all.size() + "].";
        if (!(one instanceof JsonObject member)) {
          throw wrong(name + '[' + all.size() + ']');
        }
        all.add(new Members(member, at));
      }
      return all;
    }

    Members object(String name) {
      if (object.get(name) instanceof JsonObject member) {
        return new Members(member, path + name + '.');
      }
      throw wrong(name);
    }

    String text(String name) {
      if (object.get(name) instanceof JsonString string
          && string.getString().codePoints().limit(TEXT + 1L).count() <= TEXT
          && isText(string.getString())) {
        return string.getString();
      }
      throw wrong(name);
    }

    /** What neither UTF-8 nor the database can write would keep the whole journal out for good. */
    private static boolean isText(String text) {
      return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    String texts(String name) {
      if (object.get(name) instanceof JsonArray array && array.size() <= FLAGS) {
        return array.stream().map(one -> word(name, one)).sorted().collect(Collectors.joining(" "));
      }
      throw wrong(name);
    }

    private String word(String name, JsonValue value) {
      if (value instanceof JsonString string && string.getString().matches("[A-Z_]{1,30}")) {
        return string.getString();
      }
      throw wrong(name);
    }

    boolean flag(String name) {
      var value = object.get(name);
      if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
        return value == JsonValue.TRUE;
      }
      throw wrong(name);
    }

    long number(String name) {
      if (object.get(name) instanceof JsonNumber number) {
        return whole(name, number);
      }
      throw wrong(name);
    }

    /** Beyond 2^53 a number is no integer for everybody, and has no canonical form. */
    private long whole(String name, JsonNumber number) {
      if (number.isIntegral()) {
        var value = number.bigDecimalValue();
        if (value.precision() <= DIGITS && Math.abs(value.longValue()) <= Canonical.EXACT) {
          return value.longValue();
        }
      }
      throw wrong(name);
    }

    int volume() {
      var volume = natural("volume");
      if (volume > LOUDEST) {
        throw wrong("volume");
      }
      return (int) volume;
    }

    long natural(String name) {
      var number = number(name);
      if (number < 0) {
        throw wrong(name);
      }
      return number;
    }

    /** A clock may be ten years off, but no database keeps a year 292,000,000. */
    Instant instant(String name) {
      var millis = natural(name);
      if (millis > LATEST) {
        throw wrong(name);
      }
      return Instant.ofEpochMilli(millis);
    }

    UUID uuid(String name) {
      var text = text(name);
      if (!UUID_TEXT.matcher(text).matches()) {
        throw wrong(name);
      }
      return UUID.fromString(text);
    }

    long play() {
      var text = text("play");
      if (!text.matches("[0-9]{1,18}")) {
        throw wrong("play");
      }
      return Long.parseLong(text);
    }

    PlayEvent event() {
      var text = text("event");
      if (!EVENTS.contains(text)) {
        throw wrong("event");
      }
      return PlayEvent.valueOf(text);
    }

    byte[] hash() {
      return Ed25519.bytes(text("hash"))
          .filter(bytes -> bytes.length == Journal.HASH)
          .orElseThrow(() -> wrong("hash"));
    }

    /** Members that this version does not know are signed too. */
    byte[] signed() {
      var signed = new LinkedHashMap<>(plain(object));
      signed.remove("hash");
      return Canonical.bytes(signed);
    }

    private Map<String, Object> plain(JsonObject object) {
      var all = new LinkedHashMap<String, Object>();
      object.forEach(
          (name, value) -> {
            if (!isText(name)) {
              throw wrong(name);
            }
            all.put(name, plain(name, value));
          });
      return all;
    }

    private Object plain(String name, JsonValue value) {
      if (value instanceof JsonString string && isText(string.getString())) {
        return string.getString();
      }
      if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
        return value == JsonValue.TRUE;
      }
      if (value instanceof JsonNumber number) {
        return whole(name, number);
      }
      if (value instanceof JsonArray array) {
        return array.stream().map(one -> plain(name, one)).toList();
      }
      if (value instanceof JsonObject inner) {
        return plain(inner);
      }
      throw wrong(name);
    }
  }
}
