package firstline.speaker.journal;

import firstline.speaker.protocol.Fields;
import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Malformed;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The plays that have ended, each with the moment from which it may be forgotten. It outlives the
 * journal's records, which go when the server has them: no play is begun twice.
 */
final class Memory {
  private static final String FILE = "ended";

  private final Disk disk;
  private final Map<String, Long> ended = new HashMap<>();

  private boolean damaged;

  Memory(Disk disk) throws IOException {
    this.disk = disk;
    var file = disk.read(FILE);
    if (file.length == 0) {
      return;
    }
    try {
      for (var play : new Fields(Json.read(file)).objects("plays")) {
        ended.put(play.text("play"), play.number("forget"));
      }
    } catch (Malformed e) {
      damaged = true;
    }
  }

  /** Whether the file could not be read to its end. */
  boolean damaged() {
    return damaged;
  }

  boolean has(String play) {
    return ended.containsKey(play);
  }

  void add(String play, long forget) {
    ended.put(play, forget);
  }

  /** Writes what must not be forgotten yet. */
  void keep(long now, Predicate<String> held) throws IOException {
    ended.entrySet().removeIf(play -> play.getValue() < now && !held.test(play.getKey()));
    var plays =
        ended.entrySet().stream()
            .map(play -> Map.of("play", play.getKey(), "forget", play.getValue()))
            .toList();
    try {
      disk.replace(FILE, Json.canonical(Map.of("plays", plays)));
    } catch (Malformed e) {
      throw new IllegalStateException("ids and instants have a canonical form", e);
    }
  }
}
