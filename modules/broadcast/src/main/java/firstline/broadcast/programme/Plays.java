package firstline.broadcast.programme;

import firstline.broadcast.media.Sound;
import firstline.broadcast.signature.Canonical;
import firstline.persistence.time.Clocks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The plays of one schedule in the window that programmes cover, each written out once: thousands
 * of programmes share them.
 *
 * @param planned the schedule
 * @param item what sounds
 * @param plays that are to be heard, in their order
 * @param withdrawn numbers of those that must not be heard any more
 */
record Plays(Planned planned, Canonical.Written item, List<Play> plays, List<Long> withdrawn) {
  /**
   * One play.
   *
   * @param day of its start in China, days since 1970-01-01
   */
  record Play(long no, Instant start, long day, Canonical.Written written) {}

  /** A planned play of the schedule as the database has it. */
  record Occurrence(long no, Instant start, boolean withdrawn) {}

  static Plays of(Planned planned, List<Occurrence> occurrences) {
    return new Plays(
        planned,
        written(planned.item()),
        occurrences.stream()
            .filter(one -> !one.withdrawn())
            .map(one -> new Play(one.no(), one.start(), day(one.start()), written(planned, one)))
            .toList(),
        occurrences.stream().filter(Occurrence::withdrawn).map(Occurrence::no).toList());
  }

  private static long day(Instant start) {
    return LocalDate.ofInstant(start, Clocks.ZONE).toEpochDay();
  }

  /** The play as it travels (PROTOCOL.md, 2). */
  private static Canonical.Written written(Planned planned, Occurrence occurrence) {
    var play = new HashMap<String, Object>();
    play.put("id", Long.toString(occurrence.no()));
    play.put("item", planned.item().id().toString());
    play.put("kind", planned.kind().name());
    play.put("level", planned.level());
    play.put("rank", Rank.at(planned.rank(), occurrence.start()));
    play.put("start", occurrence.start().toEpochMilli());
    play.put("length", planned.length());
    play.put("end", occurrence.start().toEpochMilli() + planned.slot());
    play.put("tolerance", planned.tolerance());
    play.put("preemption", planned.preemption().name());
    play.put("volume", planned.volume());
    play.put("repeats", planned.repeats());
    play.put("pause", planned.pause());
    return Canonical.Written.of(play);
  }

  /** The item as it travels (PROTOCOL.md, 2). */
  private static Canonical.Written written(Planned.Item item) {
    var travelling = new HashMap<String, Object>();
    travelling.put("id", item.id().toString());
    travelling.put("tone", item.tone());
    travelling.put("language", item.language());
    travelling.put("text", item.text());
    travelling.put("media", item.media().stream().map(Plays::medium).toList());
    if (!item.live().isEmpty()) {
      travelling.put("live", item.live());
    }
    return Canonical.Written.of(travelling);
  }

  /** A sound as it travels (PROTOCOL.md, 2). */
  private static Map<String, Object> medium(Sound sound) {
    return Map.of(
        "sha256", sound.sha256(),
        "bytes", sound.bytes(),
        "type", Sound.TYPE,
        "length", sound.length().toMillis());
  }
}
