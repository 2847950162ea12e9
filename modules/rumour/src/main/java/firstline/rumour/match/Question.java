package firstline.rumour.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text that somebody asks about: its terms, what each says, and what it shares with another. */
final class Question {
  private final String original;
  private final Folding folding;
  private final List<Terms.Term> terms;
  private final Map<String, Double> weights;
  private final Set<String> distinct;
  private final String letters;
  private final Letters ideographs;
  private final List<String> addresses;
  private final double sum;
  private final double square;

  /**
   * @param terms its terms in their order
   * @param weights idf of each term of it
   */
  Question(String original, Folding folding, List<Terms.Term> terms, Map<String, Double> weights) {
    this.original = original;
    this.folding = folding;
    this.terms = terms;
    this.weights = weights;
    this.distinct = distinct(terms);
    this.letters = Folding.letters(folding.text());
    this.ideographs = new Letters(folding.text());
    this.addresses = Folding.addresses(original);
    this.sum = distinct.stream().mapToDouble(this::weight).sum();
    this.square = distinct.stream().mapToDouble(term -> weight(term) * weight(term)).sum();
  }

  /** How much it says: different pairs of ideographs; a word of an alphabet counts as two. */
  int size() {
    return distinct.stream()
        .mapToInt(term -> Character.isIdeographic(term.codePointAt(0)) ? 1 : 2)
        .sum();
  }

  List<Terms.Term> terms() {
    return terms;
  }

  /** Its letters and digits alone: the same text however it is set. */
  String letters() {
    return letters;
  }

  /** Its single ideographs. */
  Letters ideographs() {
    return ideographs;
  }

  String folded() {
    return folding.text();
  }

  /** Web addresses in it. */
  List<String> addresses() {
    return addresses;
  }

  boolean isEmpty() {
    return distinct.isEmpty() && addresses.isEmpty();
  }

  /** Share of the question's weight that the text has too, from 0 to 1. */
  double covered(Set<String> text) {
    return common(text).mapToDouble(this::weight).sum() / Math.max(1e-9, sum);
  }

  /**
   * Cosine of the two sets of terms, each weighted by its idf, from 0 to 1: 1 is the same text. A
   * term of the text that the question lacks weighs as the question's own mean.
   */
  double alike(Set<String> text) {
    var mean = square / Math.max(1, distinct.size());
    var others = text.size() - common(text).count();
    var common = common(text).mapToDouble(term -> weight(term) * weight(term)).sum();
    return common / Math.max(1e-9, Math.sqrt(square * (common + others * mean)));
  }

  private Stream<String> common(Set<String> text) {
    return text.size() < distinct.size()
        ? text.stream().filter(distinct::contains)
        : distinct.stream().filter(text::contains);
  }

  /** True if both name numbers and the question names one that the text lacks. */
  boolean otherNumbers(Set<String> text) {
    var mine = numbers(distinct);
    var theirs = numbers(text);
    return !mine.isEmpty() && !theirs.isEmpty() && !theirs.containsAll(mine);
  }

  private static Set<String> numbers(Set<String> terms) {
    return terms.stream()
        .filter(term -> Character.isDigit(term.charAt(0)))
        .collect(Collectors.toSet());
  }

  /** How much one of its terms says; 0 for any other. */
  double weight(String term) {
    return weights.getOrDefault(term, 0.0);
  }

  /**
   * The pieces of the asked text, as it was written, that the other text shares: the weightiest
   * first. This is the reason that an officer or a reader is shown.
   */
  List<String> because(Set<String> text, int most) {
    record Run(String text, double weight) {}
    var runs = new ArrayList<Run>();
    var start = -1;
    var end = -1;
    var weight = 0.0;
    for (var term : terms) {
      if (!text.contains(term.text())) {
        continue;
      }
      if (start >= 0 && term.start() > end) {
        runs.add(new Run(written(start, end), weight));
        start = -1;
        weight = 0;
      }
      start = start < 0 ? term.start() : start;
      end = term.end();
      weight += weight(term.text());
    }
    if (start >= 0) {
      runs.add(new Run(written(start, end), weight));
    }
    runs.sort(Comparator.comparingDouble(Run::weight).reversed().thenComparing(Run::text));
    var texts = new LinkedHashSet<String>();
    runs.forEach(run -> texts.add(run.text()));
    return texts.stream().limit(most).toList();
  }

  private String written(int start, int end) {
    return original.substring(folding.places()[start], folding.places()[end]);
  }

  /** The different terms of a folded text. */
  static Set<String> terms(String folded) {
    return distinct(Terms.of(folded));
  }

  /** The different terms of all pieces. */
  static Set<String> terms(List<Piece> pieces) {
    var terms = new HashSet<String>();
    pieces.forEach(piece -> terms.addAll(terms(piece.folded())));
    return terms;
  }

  private static Set<String> distinct(List<Terms.Term> terms) {
    var distinct = new HashSet<String>();
    terms.forEach(term -> distinct.add(term.text()));
    return distinct;
  }
}
