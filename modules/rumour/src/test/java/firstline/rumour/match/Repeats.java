package firstline.rumour.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Half of a collection's questions become known wordings of their answers and are asked again as
 * people pass them on; the other half is asked with its answers left out: nobody has answered
 * those. Questions that share an answer with a known one are its retellings.
 */
final class Repeats {
  private static final int WAYS = 4;

  private static final Map<String, String> KINDS =
      Map.of(
          "repeat", "that repeat a known wording",
          "retold", "that retell a known rumour",
          "first", "in the first wording that is met");

  /** One question asked: what it was, and what the best answer was worth. */
  private record Asked(
      String kind, boolean reporting, boolean right, int place, int size, Likeness likeness) {
    Matching.Tier tier() {
      return likeness.tier(size);
    }

    boolean suggested() {
      return tier() != Matching.Tier.NONE;
    }

    boolean joined() {
      return tier() == Matching.Tier.ANSWERED;
    }
  }

  private Repeats() {}

  static void measure(KnownAnswers known) throws IOException {
    var wordings = new ArrayList<String>();
    var unanswered = new ArrayList<String>();
    var retold = new ArrayList<String>();
    var taken = new HashSet<UUID>();
    for (var key : known.keys()) {
      if (known.answers(key).stream().anyMatch(taken::contains)) {
        retold.add(key);
      } else if (KnownAnswers.bit(key, 1)) {
        wordings.add(key);
        taken.addAll(known.answers(key));
      } else {
        unanswered.add(key);
      }
    }
    wordings.forEach(known::learn);
    for (var meaning : List.of(false, true)) {
      try (var index = MatchBench.open(known, meaning)) {
        var legs = new TwoLegs(index.index());
        var seen = new ArrayList<Asked>();
        var random = new Random(20260101);
        for (var key : wordings) {
          for (var way = 0; way < WAYS; way++) {
            var text = passedOn(known.question(key), way, random);
            seen.add(ask(legs, "repeat", key, text, known.answers(key), Set.of()));
          }
        }
        for (var key : retold) {
          seen.add(ask(legs, "retold", key, known.question(key), known.answers(key), Set.of()));
        }
        for (var key : unanswered) {
          seen.add(ask(legs, "first", key, known.question(key), known.answers(key), Set.of()));
          seen.add(ask(legs, "none", key, known.question(key), Set.of(), known.answers(key)));
        }
        for (var reporting : List.of(false, true)) {
          tell(
              (meaning ? "words and meaning" : "words alone")
                  + (reporting ? ", reporting half" : ", learning half"),
              seen.stream().filter(one -> one.reporting() == reporting).toList());
        }
        keep(meaning, seen);
      }
    }
  }

  private static Asked ask(
      TwoLegs legs, String kind, String key, String text, Set<UUID> answers, Set<UUID> without)
      throws IOException {
    var question = legs.question(text);
    var found =
        question.isEmpty()
            ? List.<TwoLegs.Weighed>of()
            : legs.weigh(question, 30).stream()
                .filter(one -> !without.contains(one.published().id()))
                .toList();
    var place = 0;
    while (place < found.size() && !answers.contains(found.get(place).published().id())) {
      place++;
    }
    var likeness =
        found.isEmpty() ? new Likeness(0, 0, Double.NaN, 0, false, false) : found.get(0).likeness();
    return new Asked(
        kind,
        KnownAnswers.reporting(key),
        place == 0 && !found.isEmpty(),
        place < found.size() ? place + 1 : 0,
        question.size(),
        likeness);
  }

  private static void tell(String name, List<Asked> seen) {
    for (var kind : List.of("repeat", "retold", "first")) {
      var asked = seen.stream().filter(one -> one.kind().equals(kind)).toList();
      MatchBench.say(
          "%s, %d questions %s: MRR %.3f; suggested %.3f; joined %.3f",
          name,
          asked.size(),
          KINDS.get(kind),
          asked.stream().mapToDouble(one -> one.place() == 0 ? 0 : 1.0 / one.place()).sum()
              / Math.max(1, asked.size()),
          share(asked, one -> one.right() && one.suggested()),
          share(asked, one -> one.right() && one.joined()));
    }
    var absent = seen.stream().filter(one -> one.kind().equals("none")).toList();
    var joined = seen.stream().filter(one -> one.joined() && !one.kind().equals("none")).toList();
    MatchBench.say(
        "%s: of %d joined, rightly %.3f; of %d never answered, suggested %.3f, joined %.3f",
        name,
        joined.size(),
        share(joined, Asked::right),
        absent.size(),
        share(absent, Asked::suggested),
        share(absent, Asked::joined));
  }

  /** For choosing weights: one line a question. */
  private static void keep(boolean meaning, List<Asked> seen) throws IOException {
    var file = System.getenv("BENCH_FEATURES");
    if (file != null) {
      Files.write(
          Path.of(file + (meaning ? ".both" : ".words")),
          seen.stream().map(Asked::toString).toList());
    }
  }

  private static double share(List<Asked> lines, Predicate<Asked> which) {
    return lines.stream().filter(which).count() / (double) Math.max(1, lines.size());
  }

  /** A rumour as it comes again: framed, cut short, with a part missing, retyped. */
  private static String passedOn(String text, int way, Random random) {
    return switch (way) {
      case 0 -> "【紧急扩散】刚刚收到的消息！" + text + " 请转发给家人朋友！";
      case 1 -> text.substring(0, Math.max(Math.min(text.length(), 12), text.length() * 6 / 10));
      case 2 ->
          Arrays.stream(text.split("(?<=[。！？!?，,\\s])"))
              .filter(part -> random.nextInt(10) < 7)
              .collect(Collectors.joining());
      default -> retyped(text, random);
    };
  }

  private static String retyped(String text, Random random) {
    var letters = new StringBuilder();
    for (var letter : text.toCharArray()) {
      var chance = random.nextInt(100);
      if (chance >= 8) {
        letters.append(chance < 16 ? "的了也就都".charAt(random.nextInt(5)) : letter);
      }
    }
    return letters.toString();
  }
}
