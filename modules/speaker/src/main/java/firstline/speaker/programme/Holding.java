package firstline.speaker.programme;

import firstline.speaker.journal.Disk;
import firstline.speaker.programme.Refused.Code;
import firstline.speaker.protocol.Assignment;
import firstline.speaker.protocol.Fields;
import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Malformed;
import firstline.speaker.protocol.Programme;
import firstline.speaker.protocol.PublicKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The assignment and the programme that the speaker holds, on its disk. Nothing unsigned, foreign
 * or older comes in, whatever way it came and however often the speaker was started since; what
 * lies on the disk is checked in the same way when it is read.
 */
public final class Holding {
  private static final String KEY = "server-key";
  private static final String ASSIGNMENT = "assignment";
  private static final String PROGRAMME = "programme";

  private final Disk disk;
  private final String serial;
  private final Known known;

  /** Audience to the highest revision ever held of it. */
  private final Map<String, Long> floors = new HashMap<>();

  private @Nullable PublicKey serverKey;
  private @Nullable Assignment assignment;
  private @Nullable Programme programme;
  private String etag = "";

  /** Holds nothing yet; see {@link #open}. */
  public Holding(Disk disk, String serial, Known known) {
    this.disk = disk;
    this.serial = serial;
    this.known = known;
  }

  /**
   * Reads what the disk holds.
   *
   * @throws Refused when something there is not what the server signed; it is not held then
   */
  public void open() throws IOException, Refused {
    try {
      var key = disk.read(KEY);
      if (key.length > 0) {
        serverKey = PublicKey.of(new String(key, StandardCharsets.US_ASCII));
      }
      var kept = disk.read(ASSIGNMENT);
      if (kept.length > 0) {
        assignment = checked(Json.read(kept));
      }
      var envelope = disk.read(PROGRAMME);
      if (envelope.length > 0) {
        open(Json.read(envelope));
      }
    } catch (Malformed e) {
      throw new Refused(Code.MALFORMED, e.member());
    }
  }

  private void open(Map<String, Object> envelope) throws Malformed, Refused {
    var fields = new Fields(envelope);
    for (var floor : fields.objects("floors")) {
      floors.put(floor.text("audience"), floor.number("revision"));
    }
    var held = checked(fields, envelope.get(PROGRAMME));
    // After a move, what is on the disk may still be the programme of the place before.
    if (held.audience().equals(audience())) {
      programme = held;
      etag = fields.text("etag");
    }
  }

  /**
   * Takes an assignment. The first is believed; every later one is checked with the key of the
   * first.
   *
   * @return whether it is another one than before
   */
  public boolean assign(byte[] bytes) throws IOException, Refused {
    try {
      var object = Json.read(bytes);
      if (serverKey == null) {
        serverKey = firstKey(object);
      }
      var next = checked(object);
      var before = assignment;
      if (before != null && next.version() < before.version()) {
        throw new Refused(Code.REPLAY, ASSIGNMENT + ' ' + next.version());
      }
      if (next.equals(before)) {
        return false;
      }
      disk.replace(ASSIGNMENT, Json.canonical(object));
      assignment = next;
      if (programme != null && !programme.audience().equals(next.audience())) {
        programme = null;
        etag = "";
      }
      return true;
    } catch (Malformed e) {
      throw new Refused(Code.MALFORMED, e.member());
    }
  }

  private PublicKey firstKey(Map<String, Object> object) throws IOException, Malformed, Refused {
    var text = new Fields(object).text("serverKey");
    var key = PublicKey.of(text);
    if (!key.signed(object)) {
      throw new Refused(Code.BAD_SIGNATURE, ASSIGNMENT);
    }
    disk.replace(KEY, text.getBytes(StandardCharsets.US_ASCII));
    return key;
  }

  private Assignment checked(Map<String, Object> object) throws Malformed, Refused {
    signed(object, ASSIGNMENT);
    var next = Assignment.of(object);
    if (!next.serial().equals(serial)) {
      throw new Refused(Code.OTHER_SERIAL, next.serial());
    }
    return next;
  }

  /**
   * Takes a programme.
   *
   * @param etag the server's name for these bytes; empty when they came another way
   * @return whether it is another one than before
   */
  public boolean take(byte[] bytes, String etag) throws IOException, Refused {
    try {
      if (serverKey == null) {
        throw new Refused(Code.BAD_SIGNATURE, PROGRAMME);
      }
      var good = known.check(serverKey, bytes);
      var next = good.programme();
      if (!next.audience().equals(audience())) {
        throw new Refused(Code.OTHER_AUDIENCE, next.audience());
      }
      if (next.revision() < floors.getOrDefault(next.audience(), 0L)) {
        throw new Refused(Code.REPLAY, Long.toString(next.revision()));
      }
      var before = programme;
      if (before != null
          && next.revision() == before.revision()
          && next.issued() <= before.issued()
          && etag.equals(this.etag)) {
        return false;
      }
      keep(good, etag);
      return !next.equals(before);
    } catch (Malformed e) {
      throw new Refused(Code.MALFORMED, e.member());
    }
  }

  private void keep(Known.Good good, String name) throws IOException, Malformed {
    var next = good.programme();
    var raised = new HashMap<>(floors);
    raised.put(next.audience(), next.revision());
    var envelope = new LinkedHashMap<String, Object>();
    envelope.put("etag", name);
    envelope.put(
        "floors",
        raised.entrySet().stream()
            .map(floor -> Map.of("audience", floor.getKey(), "revision", floor.getValue()))
            .toList());
    disk.replace(PROGRAMME, with(Json.canonical(envelope), good.form()));
    floors.putAll(raised);
    programme = next;
    etag = name;
  }

  /** The envelope, which ends with a brace, and the programme in it. */
  private static byte[] with(byte[] envelope, byte[] programme) {
    var member = (",\"" + PROGRAMME + "\":").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(envelope.length + member.length + programme.length)
        .put(envelope, 0, envelope.length - 1)
        .put(member)
        .put(programme)
        .put((byte) '}')
        .array();
  }

  private Programme checked(Fields envelope, @Nullable Object object) throws Malformed, Refused {
    if (!(object instanceof Map<?, ?> read)) {
      throw envelope.wrong(PROGRAMME);
    }
    var copy = new LinkedHashMap<String, Object>();
    read.forEach((name, value) -> copy.put((String) name, value));
    signed(copy, PROGRAMME);
    return Programme.of(copy);
  }

  private void signed(Map<String, Object> object, String what) throws Malformed, Refused {
    if (serverKey == null || !serverKey.signed(object)) {
      throw new Refused(Code.BAD_SIGNATURE, what);
    }
  }

  private String audience() {
    return assignment == null ? "" : assignment.audience();
  }

  public @Nullable Assignment assignment() {
    return assignment;
  }

  /** The programme of the speaker's audience, when there is one. */
  public @Nullable Programme programme() {
    return programme;
  }

  /** The server's name for the programme that is held, or an empty text. */
  public String etag() {
    return etag;
  }
}
