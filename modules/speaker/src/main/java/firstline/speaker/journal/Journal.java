package firstline.speaker.journal;

import firstline.speaker.protocol.Fields;
import firstline.speaker.protocol.Malformed;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What happened, in files that are only appended to. A record is on the disk when its method
 * returns; when it throws, nothing has happened and it may be tried again. Files go when the server
 * has all of their records. Records and faults share one sequence and one chain of hashes.
 */
public final class Journal {
  private static final String PREFIX = "journal-";
  private static final int GREATEST_SEGMENT = 131_072;
  private static final int SMALL_SEGMENT = 16_384;

  /** A play that has begun and not ended: how long it was heard, at the last thing known of it. */
  private record Open(long heard, long at, long forget) {}

  private record Waiting(long sequence, boolean fault, Map<String, Object> body) {}

  private final Disk disk;
  private final Memory memory;
  private final Map<String, Open> open = new LinkedHashMap<>();
  private final Map<String, Open> crashed = new LinkedHashMap<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /** File name to the last sequence in it, the oldest first; the last one is written to. */
  private final LinkedHashMap<String, Long> segments = new LinkedHashMap<>();

  private String id = "";
  private String hash = Chain.START;
  private long sequence;
  private String current = "";
  private long size;
  private boolean torn;
  private boolean damaged;

  /** Opens the journal of that disk; a torn tail is cut, a damaged journal is laid aside. */
  public Journal(Disk disk) throws IOException {
    this.disk = disk;
    memory = new Memory(disk);
    damaged = memory.damaged();
    for (String name : disk.names(PREFIX)) {
      open(name);
    }
    if (damaged) {
      layAside();
    }
    if (segments.isEmpty()) {
      begin(UUID.randomUUID().toString());
    }
    crashed.putAll(open);
    open.clear();
  }

  private void open(String name) throws IOException {
    var file = disk.read(name);
    var read = Frames.read(file);
    var last = disk.names(PREFIX);
    boolean newest = name.equals(last.get(last.size() - 1));
    damaged |= read.damaged() || (!newest && read.size() < file.length);
    if (read.entries().isEmpty()) {
      // The file was begun and its head is not whole: nothing has been written to it.
      disk.delete(name);
      return;
    }
    for (var entry : read.entries()) {
      try {
        apply(entry);
      } catch (Malformed e) {
        damaged = true;
      }
    }
    if (read.size() < file.length && !damaged) {
      disk.truncate(name, read.size());
    }
    segments.put(name, sequence);
    current = name;
    size = read.size();
  }

  private void apply(Map<String, Object> entry) throws Malformed {
    var fields = new Fields(entry);
    switch (fields.text("kind")) {
      case "head" -> head(fields);
      case "mark" ->
          open.computeIfPresent(
              fields.text("play"), new Mark(fields.number("heard"), fields.number("at"))::onto);
      default -> chained(entry, fields);
    }
  }

  private record Mark(long heard, long at) {
    Open onto(String play, Open before) {
      return new Open(heard, at, before.forget());
    }
  }

  private void head(Fields fields) throws Malformed {
    if (segments.isEmpty()) {
      id = fields.text("journal");
      sequence = fields.number("sequence");
      hash = fields.text("hash");
    } else if (!id.equals(fields.text("journal"))
        || sequence != fields.number("sequence")
        || !hash.equals(fields.text("hash"))) {
      throw fields.wrong("hash");
    }
  }

  private void chained(Map<String, Object> entry, Fields fields) throws Malformed {
    boolean fault = fields.text("kind").equals("fault");
    if (!(entry.get("body") instanceof Map<?, ?> read)) {
      throw fields.wrong("body");
    }
    var body = new LinkedHashMap<String, Object>();
    read.forEach((name, value) -> body.put((String) name, value));
    var claimed = body.remove("hash");
    // What ended stays ended, even in a journal whose chain is broken.
    if (!fault) {
      follow(new Fields(body), fields.number("forget"));
    }
    var computed = Chain.next(hash, body);
    if (!computed.equals(claimed) || new Fields(body).number("sequence") != sequence + 1) {
      throw fields.wrong("hash");
    }
    body.put("hash", computed);
    hash = computed;
    sequence++;
    waiting.add(new Waiting(sequence, fault, body));
  }

  private void follow(Fields body, long forget) throws Malformed {
    var play = body.text("play");
    if (body.oneOf("event", Event.class).ends()) {
      open.remove(play);
      memory.add(play, forget);
    } else {
      open.put(play, new Open(body.number("heard"), body.number("at"), forget));
    }
  }

  private void layAside() throws IOException {
    for (var play : open.entrySet()) {
      memory.add(play.getKey(), play.getValue().forget());
    }
    open.clear();
    memory.keep(0, play -> true);
    for (String name : disk.names(PREFIX)) {
      disk.rename(name, "damaged-" + id + '-' + name);
    }
    segments.clear();
    waiting.clear();
    sequence = 0;
    hash = Chain.START;
  }

  private void begin(String journal) throws IOException {
    var name = PREFIX + String.format(Locale.ROOT, "%016d", sequence + 1);
    var head = Map.of("kind", "head", "journal", journal, "sequence", sequence, "hash", hash);
    var frame = Frames.frame(head);
    disk.delete(name);
    try {
      disk.append(name, frame);
    } catch (IOException e) {
      // A head that stands there alone would contradict what is written to the file before it.
      disk.delete(name);
      throw e;
    }
    id = journal;
    current = name;
    size = frame.length;
    torn = false;
    segments.put(name, sequence);
  }

  /** Whether the files were found damaged, so that this is a new journal and some may be lost. */
  public boolean damaged() {
    return damaged;
  }

  /** The journal's UUID. */
  public String id() {
    return id;
  }

  /** Whether the play has begun or ended, ever. */
  public boolean knows(String play) {
    return memory.has(play) || open.containsKey(play) || crashed.containsKey(play);
  }

  /** Closes what was open when the process died, at its last mark. */
  public void closeCrashed() throws IOException {
    for (var play : List.copyOf(crashed.entrySet())) {
      var last = play.getValue();
      record(
          play.getKey(), Event.INTERRUPTED, last.at(), last.heard(), Reason.CRASH, last.forget());
      crashed.remove(play.getKey());
    }
  }

  /**
   * Writes what happened to a play.
   *
   * @param heard how long it has sounded, in milliseconds
   * @param forget when nobody can plan that play any more
   */
  public void record(String play, Event event, long at, long heard, Reason reason, long forget)
      throws IOException {
    if (memory.has(play)) {
      throw new IllegalStateException(play + " has ended already");
    }
    var body = new LinkedHashMap<String, Object>();
    body.put("sequence", sequence + 1);
    body.put("play", play);
    body.put("event", event.name());
    body.put("at", at);
    body.put("heard", heard);
    body.put("reason", reason == Reason.NONE ? "" : reason.name());
    chain(body, "record", Map.of("forget", forget));
    if (event.ends()) {
      open.remove(play);
      memory.add(play, forget);
    } else {
      open.put(play, new Open(heard, at, forget));
    }
  }

  /** Writes that something is wrong with the speaker itself. */
  public void fault(String code, long at, String detail) throws IOException {
    var body = new LinkedHashMap<String, Object>();
    body.put("sequence", sequence + 1);
    body.put("code", code);
    body.put("at", at);
    body.put("detail", detail);
    chain(body, "fault", Map.of());
  }

  /** Notes how long an open play has sounded, for the case that the process dies. */
  public void mark(String play, long heard, long at) throws IOException {
    write(Frames.frame(Map.of("kind", "mark", "play", play, "heard", heard, "at", at)));
    open.computeIfPresent(play, new Mark(heard, at)::onto);
  }

  private void chain(Map<String, Object> body, String kind, Map<String, Object> besides)
      throws IOException {
    String next;
    try {
      next = Chain.next(hash, body);
    } catch (Malformed e) {
      throw new IllegalArgumentException("a record of this program has a canonical form", e);
    }
    body.put("hash", next);
    var entry = new LinkedHashMap<String, Object>(besides);
    entry.put("kind", kind);
    entry.put("body", body);
    write(Frames.frame(entry));
    hash = next;
    sequence++;
    segments.put(current, sequence);
    waiting.add(new Waiting(sequence, kind.equals("fault"), body));
  }

  private void write(byte[] frame) throws IOException {
    if (size > GREATEST_SEGMENT) {
      begin(id);
    }
    if (torn) {
      disk.truncate(current, size);
      torn = false;
    }
    torn = true;
    disk.append(current, frame);
    torn = false;
    size += frame.length;
  }

  /** What the server has not acknowledged, the oldest first. */
  public record Batch(List<Map<String, Object>> records, List<Map<String, Object>> faults) {}

  public Batch waiting(int most) {
    var batch = new Batch(new ArrayList<>(), new ArrayList<>());
    waiting.stream()
        .limit(most)
        .forEach(each -> (each.fault() ? batch.faults() : batch.records()).add(each.body()));
    return batch;
  }

  public int waiting() {
    return waiting.size();
  }

  /**
   * The server has all up to that sequence.
   *
   * @param now what may be forgotten then is; 0 when the time is not known
   * @param held the plays that the programme still holds
   */
  public void acknowledge(long acknowledged, long now, Predicate<String> held) throws IOException {
    while (!waiting.isEmpty() && waiting.getFirst().sequence() <= acknowledged) {
      waiting.removeFirst();
    }
    if (waiting.isEmpty() && open.isEmpty() && crashed.isEmpty() && size > SMALL_SEGMENT) {
      begin(id);
    }
    var gone = new ArrayList<String>();
    for (var segment : segments.entrySet()) {
      // An open play is closed by what stands of it in these files.
      if (segment.getKey().equals(current)
          || segment.getValue() > acknowledged
          || !open.isEmpty()
          || !crashed.isEmpty()) {
        break;
      }
      gone.add(segment.getKey());
    }
    if (!gone.isEmpty()) {
      memory.keep(now, held);
      for (String name : gone) {
        disk.delete(name);
        segments.remove(name);
      }
    }
  }
}
