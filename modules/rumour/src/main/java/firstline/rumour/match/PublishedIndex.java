package firstline.rumour.match;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The published rebuttals by their pairs, in memory. Never changed, only replaced.
 *
 * <p>The score of a wording is the cosine of the two sets of pairs, each pair weighted by the
 * logarithm of how rare it is; a rebuttal's score is that of its best wording.
 */
final class PublishedIndex {
  static final PublishedIndex EMPTY = new PublishedIndex("", List.of());

  /** A rebuttal with the pairs of each of its wordings. */
  record Entry(UUID id, String number, String title, String verdict, List<Set<String>> wordings) {
    static Entry of(
        UUID id, String number, String fact, String verdict, String claim, String others) {
      var wordings = new ArrayList<Set<String>>();
      wordings.add(Pairs.of(claim));
      wordings.add(Pairs.of(claim + fact));
      try (var reader = Json.createReader(new StringReader(others))) {
        reader
            .readArray()
            .getValuesAs(JsonString.class)
            .forEach(wording -> wordings.add(Pairs.of(wording.getString())));
      }
      return new Entry(id, number, fact, verdict, wordings);
    }
  }

  private final String state;
  private final List<Entry> entries;
  private final Map<String, List<Integer>> places = new HashMap<>();
  private final List<double[]> lengths = new ArrayList<>();

  private PublishedIndex(String state, List<Entry> entries) {
    this.state = state;
    this.entries = entries;
    for (var i = 0; i < entries.size(); i++) {
      var all = new HashSet<String>();
      entries.get(i).wordings().forEach(all::addAll);
      for (var pair : all) {
        places.computeIfAbsent(pair, unseen -> new ArrayList<>()).add(i);
      }
    }
    for (var entry : entries) {
      lengths.add(entry.wordings().stream().mapToDouble(this::square).toArray());
    }
  }

  static PublishedIndex of(String state, List<Entry> entries) {
    return new PublishedIndex(state, entries);
  }

  /** Count and newest instants of what it was built from. */
  String state() {
    return state;
  }

  Matching.Answer answer(String text, int limit) {
    var asked = Pairs.of(text);
    var length = square(asked);
    var candidates = new HashSet<Integer>();
    for (var pair : asked) {
      candidates.addAll(places.getOrDefault(pair, List.of()));
    }
    var matches =
        candidates.stream()
            .map(place -> match(place, text, asked, length))
            .filter(match -> match.score() >= Matching.POSSIBLE)
            .sorted(
                Comparator.comparingDouble(Matching.Match::score)
                    .reversed()
                    .thenComparing(Matching.Match::number))
            .limit(limit)
            .map(match -> explained(match, text))
            .toList();
    return new Matching.Answer(tier(matches, asked.size()), matches);
  }

  private static Matching.Tier tier(List<Matching.Match> matches, int pairs) {
    if (matches.isEmpty()) {
      return Matching.Tier.NONE;
    }
    return matches.get(0).score() >= Matching.ANSWERED && pairs >= Matching.SHORT
        ? Matching.Tier.ANSWERED
        : Matching.Tier.POSSIBLE;
  }

  private Matching.Match match(int place, String text, Set<String> asked, double length) {
    var entry = entries.get(place);
    var best = 0.0;
    for (var i = 0; i < entry.wordings().size(); i++) {
      var wording = entry.wordings().get(i);
      var common = 0.0;
      for (var pair : asked) {
        if (wording.contains(pair)) {
          common += weight(pair) * weight(pair);
        }
      }
      best = Math.max(best, common / Math.sqrt(Math.max(1e-9, length * lengths.get(place)[i])));
    }
    var score = Math.round(Math.min(1, best) * 1_000) / 1_000.0;
    return new Matching.Match(
        entry.id(), entry.number(), entry.title(), entry.verdict(), score, List.of());
  }

  /** The longest pieces of the text all of whose pairs the rebuttal has. */
  private Matching.Match explained(Matching.Match match, String text) {
    var entry =
        entries.stream().filter(one -> one.id().equals(match.id())).findFirst().orElseThrow();
    var known = new HashSet<String>();
    entry.wordings().forEach(known::addAll);
    var letters = Pairs.normal(text).codePoints().filter(Pairs::counts).toArray();
    var shared = new HashSet<String>();
    var start = 0;
    for (var i = 1; i <= letters.length; i++) {
      if (i == letters.length || !known.contains(new String(letters, i - 1, 2))) {
        if (i - start >= 2) {
          shared.add(new String(letters, start, i - start));
        }
        start = i;
      }
    }
    return new Matching.Match(
        match.id(),
        match.number(),
        match.title(),
        match.verdict(),
        match.score(),
        shared.stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s))
            .limit(5)
            .toList());
  }

  private double square(Set<String> pairs) {
    return pairs.stream().mapToDouble(pair -> weight(pair) * weight(pair)).sum();
  }

  private double weight(String pair) {
    var with = places.getOrDefault(pair, List.of()).size();
    return Math.log(1 + (entries.size() + 1.0) / (with + 0.5));
  }
}
