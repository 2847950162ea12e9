package firstline.speaker.playing;

import firstline.speaker.protocol.Programme;
import firstline.speaker.protocol.Programme.Item;
import firstline.speaker.protocol.Programme.Kind;
import firstline.speaker.protocol.Programme.Media;
import firstline.speaker.protocol.Programme.Play;
import firstline.speaker.protocol.Programme.Preemption;
import firstline.speaker.protocol.Programme.Quiet;
import firstline.speaker.protocol.Programme.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Programmes for tests. */
final class Programmes {
  static final long DAY = 86_400_000;

  private Programmes() {}

  static Programme of(long revision, List<Play> plays, List<Quiet> quiet, Set<String> withdrawn) {
    var items = new HashMap<String, Item>();
    for (var play : plays) {
      items.put(play.item(), new Item(play.item(), Tone.NONE, "text", "zh", List.of()));
    }
    return new Programme(
        "audience",
        revision,
        1_000,
        DAY * 30_000,
        DAY * 40_000,
        60_000,
        Programme.SPREAD,
        items,
        plays,
        quiet,
        withdrawn);
  }

  static Programme of(Play... plays) {
    return of(1, List.of(plays), List.of(), Set.of());
  }

  /** One play whose item has a sound beside its text. */
  static Programme recorded(long revision, Play play) {
    var held = of(revision, List.of(play), List.of(), Set.of());
    var item =
        new Item(
            play.item(),
            Tone.ATTENTION,
            "text",
            "zh",
            List.of(new Media("a".repeat(64), 3, "audio/mpeg", 10)));
    return new Programme(
        held.audience(),
        revision,
        held.issued(),
        held.fresh(),
        held.until(),
        held.poll(),
        held.spread(),
        Map.of(play.item(), item),
        held.plays(),
        held.quiet(),
        held.withdrawn());
  }

  /** Some plays within twenty minutes, with ids that go on from a number. */
  static List<Play> plays(Random random, long from, int first, int count) {
    var plays = new ArrayList<Play>();
    for (int i = 0; i < count; i++) {
      plays.add(play(random, from, "p" + (first + i), first + i));
    }
    return plays;
  }

  private static Play play(Random random, long from, String id, int number) {
    var kind =
        switch (random.nextInt(8)) {
          case 0 -> Kind.EMERGENCY;
          case 1 -> Kind.LIVE;
          case 2 -> Kind.DRILL;
          default -> Kind.ROUTINE;
        };
    // Many meet: starts lie on a coarse grid.
    long start = from + random.nextInt(20) * 60_000L;
    long length = 1_000L + random.nextInt(180) * 1_000L;
    int repeats = kind == Kind.EMERGENCY ? random.nextInt(3) : 1 + random.nextInt(2);
    long pause = random.nextInt(3) * 5_000L;
    long whole = repeats == 0 ? 4 * length : repeats * length + (repeats - 1) * pause;
    long slack = random.nextInt(3) == 0 ? 0 : random.nextInt(300) * 1_000L;
    return new Play(
        id,
        "item-" + id,
        kind,
        1,
        1_000 - number * 7 % 1_000 + random.nextInt(5) * 1_000L,
        start,
        length,
        start + whole + slack,
        random.nextInt(4) * 40_000L,
        Preemption.values()[random.nextInt(4)],
        70,
        repeats,
        pause);
  }

  static List<Quiet> quiet(Random random, long from) {
    var windows = new ArrayList<Quiet>();
    for (int i = random.nextInt(3); i > 0; i--) {
      long begin = from + random.nextInt(1_200) * 1_000L;
      windows.add(new Quiet(begin, begin + random.nextInt(300) * 1_000L));
    }
    return windows;
  }

  /** The same with some plays withdrawn, some changed, some more. */
  static Programme revised(Random random, Programme before, long now, int first) {
    var plays = new ArrayList<Play>();
    var withdrawn = new TreeSet<>(before.withdrawn());
    for (var play : before.plays()) {
      if (random.nextInt(8) == 0) {
        withdrawn.add(play.id());
        if (random.nextBoolean()) {
          continue;
        }
      }
      plays.add(random.nextInt(6) == 0 ? moved(play, random.nextInt(120) * 1_000L) : play);
    }
    plays.addAll(plays(random, now - now % 60_000, first, random.nextInt(3)));
    return of(before.revision() + 1, plays, quiet(random, now), withdrawn);
  }

  private static Play moved(Play play, long by) {
    return new Play(
        play.id(),
        play.item(),
        play.kind(),
        play.level(),
        play.rank(),
        play.start() + by,
        play.length(),
        play.end() + by,
        play.tolerance(),
        play.preemption(),
        play.volume(),
        play.repeats(),
        play.pause());
  }
}
