package firstline.broadcast.receipt;

import firstline.broadcast.signature.Canonical;
import firstline.broadcast.signature.Ed25519;
import firstline.testkit.seed.Draw;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A speaker's journal as the speaker keeps it: what it writes down, and the batches it hands in.
 */
final class Handing {
  final UUID journal = UUID.randomUUID();
  private final String serial;
  private final List<Map<String, Object>> entries = new ArrayList<>();
  private byte[] head = new byte[Journal.HASH];
  private long beats;

  Handing(String serial) {
    this.serial = serial;
  }

  int size() {
    return entries.size();
  }

  /** Writes down what happened to a play. */
  Handing played(long play, PlayEvent event, Instant at, long heard, String reason) {
    var record = new LinkedHashMap<String, Object>();
    record.put("sequence", entries.size() + 1);
    record.put("play", Long.toString(play));
    record.put("event", event.name());
    record.put("at", at.toEpochMilli());
    record.put("heard", heard);
    record.put("reason", reason);
    return written(record);
  }

  /** Writes down what is wrong. */
  Handing fault(String code, Instant at, String detail) {
    var fault = new LinkedHashMap<String, Object>();
    fault.put("sequence", entries.size() + 1);
    fault.put("code", code);
    fault.put("at", at.toEpochMilli());
    fault.put("detail", detail);
    return written(fault);
  }

  private Handing written(Map<String, Object> members) {
    var entry =
        new Entry(entries.size() + 1, Instant.EPOCH, head, Canonical.bytes(members), NOTHING);
    head = Journal.after(head, entry);
    members.put("hash", Ed25519.text(head));
    entries.add(members);
    return this;
  }

  private static final Entry.What NOTHING = new Entry.Fault("", "");

  /** The entries from one number to another, both included, as they travel. */
  byte[] body(int from, int to) {
    var records = new ArrayList<Map<String, Object>>();
    var faults = new ArrayList<Map<String, Object>>();
    for (var i = from; i <= to; i++) {
      var entry = entries.get(i - 1);
      (entry.containsKey("play") ? records : faults).add(entry);
    }
    var body = new LinkedHashMap<String, Object>();
    body.put("serial", serial);
    body.put("journal", journal.toString());
    body.put("heartbeat", heartbeat(++beats));
    body.put("records", records);
    body.put("faults", faults);
    return Canonical.bytes(body);
  }

  static Map<String, Object> heartbeat(long count) {
    return Map.of(
        "count",
        count,
        "offset",
        -12,
        "trusted",
        true,
        "revision",
        812,
        "state",
        "IDLE",
        "flags",
        List.of("OFFLINE", "DRILL"),
        "volume",
        70,
        "free",
        123_456_789,
        "firmware",
        "1.0 村");
  }

  Batch batch(int from, int to) {
    return Batch.read(body(from, to));
  }

  /** All entries, cut into batches of drawn sizes. */
  List<Batch> batches(Draw draw, int most) {
    var batches = new ArrayList<Batch>();
    for (var from = 1; from <= size(); ) {
      var to = Math.min(size(), from + draw.between(0, most - 1));
      batches.add(batch(from, to));
      from = to + 1;
    }
    return batches;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
