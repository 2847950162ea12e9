package firstline.rumour.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The search itself: a leg of words, a leg of meaning, and what both say together. */
final class TwoLegs {
  /** How many rebuttals each leg brings. */
  private static final int WORDS = 100;

  private static final int MEANING = 150;

  /** How many of the fused ranking are weighed piece by piece. */
  private static final int WEIGHED = 20;

  /** The place in the ranking from which on a candidate is one of the crowd. */
  private static final int CROWD = 10;

  private static final int REASONS = 5;

  private final MatchIndex index;

  TwoLegs(MatchIndex index) {
    this.index = index;
  }

  Question question(String text) throws IOException {
    var folding = Folding.of(text);
    var terms = Terms.of(folding.text());
    return new Question(
        text, folding, terms, index.words().weights(terms.stream().map(Terms.Term::text).toList()));
  }

  /** A candidate with everything that speaks for it. */
  record Weighed(
      PublishedPieces.Published published, List<Piece> pieces, Likeness likeness, double rank) {
    Matching.Match match(Question question) {
      var terms = Question.terms(pieces);
      return new Matching.Match(
          published.id(),
          published.number(),
          published.fact(),
          published.verdict(),
          likeness.score(),
          question.because(terms, REASONS));
    }
  }

  /** Ids in the order of both legs together, for the measurement of the ranking alone. */
  List<UUID> ranked(String text, int limit) {
    try {
      var question = question(text);
      var ranked = weigh(question, WEIGHED).stream().map(one -> one.published().id()).toList();
      var all = new LinkedHashSet<>(ranked);
      fused(candidates(question)).stream().map(Fused::id).forEach(all::add);
      return all.stream().limit(limit).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** At least {@code most} of the nearest rebuttals, weighed piece by piece, the best first. */
  List<Weighed> weigh(Question question, int most) throws IOException {
    var candidates = candidates(question);
    var fused = fused(candidates);
    var near = fused.subList(0, Math.min(Math.max(most, WEIGHED), fused.size()));
    var published = index.published().read(near.stream().map(Fused::id).toList());
    var crowd = candidates.crowd();
    var weighed = new ArrayList<Weighed>();
    for (var one : near) {
      // One that was withdrawn a moment ago is not read any more.
      var found = published.get(one.id());
      if (found != null) {
        var best = candidates.pieces().getOrDefault(one.id(), 0);
        var pieces = Piece.some(found.pieces(), best);
        var likeness = Likeness.of(question, pieces, one.cosine(), crowd);
        var letters = Letters.WEIGHT * likeness.letters() / candidates.most();
        weighed.add(new Weighed(found, pieces, likeness, one.rank() + letters + likeness.lift()));
      }
    }
    weighed.sort(Comparator.comparingDouble(Weighed::rank).reversed());
    return weighed;
  }

  /** What the legs say of one rebuttal: words as they scored, vectors as they lie. */
  private record Candidates(
      Map<UUID, Double> words,
      Map<UUID, Integer> pieces,
      Map<UUID, Double> cosines,
      Set<UUID> ids) {
    /** What the best by its words scores. */
    double most() {
      return words.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    }

    /** How near those lie by their meaning that lie near anyway; not a number without the leg. */
    double crowd() {
      return cosines.values().stream()
          .sorted(Comparator.reverseOrder())
          .skip(CROWD - 1)
          .findFirst()
          .orElse(Double.NaN);
    }
  }

  private record Fused(UUID id, double rank, double cosine) {}

  private Candidates candidates(Question question) throws IOException {
    // The vector is computed while the words are looked up.
    var asked = CompletableFuture.supplyAsync(() -> Optional.ofNullable(exact(question)));
    var words = new HashMap<UUID, Double>();
    var pieces = new HashMap<UUID, Integer>();
    for (var hit : index.words().search(question, WORDS)) {
      words.put(hit.rebuttal(), hit.score());
      pieces.put(hit.rebuttal(), hit.piece());
    }
    var ids = new LinkedHashSet<>(words.keySet());
    var exact = asked.join().orElse(null);
    if (exact == null) {
      return new Candidates(words, pieces, Map.of(), ids);
    }
    index.signs().search(exact, MEANING).forEach(hit -> ids.add(hit.rebuttal()));
    var cosines = new HashMap<UUID, Double>();
    index
        .published()
        .vectors(List.copyOf(ids), Piece.WEIGHED)
        .forEach(
            (id, vectors) ->
                cosines.put(
                    id,
                    vectors.stream()
                        .mapToDouble(vector -> Vector.cosine(vector, exact))
                        .max()
                        .orElse(0)));
    return new Candidates(words, pieces, cosines, ids);
  }

  private float @Nullable [] exact(Question question) {
    return index.signs().size() == 0
        ? null
        : index.embedder().map(embedder -> embedder.embed(question.folded())).orElse(null);
  }

  /**
   * Words relative to the best of them, and the cosine: what the ranking is by. One whose vectors
   * are still being computed lies, for the ranking, as near as its words say.
   */
  private static List<Fused> fused(Candidates candidates) {
    var most = candidates.most();
    var cosines = candidates.cosines().values().stream().mapToDouble(Double::doubleValue);
    var range = cosines.summaryStatistics();
    var least = range.getCount() == 0 ? 0 : range.getMin();
    var spread = range.getCount() == 0 ? 0 : range.getMax() - least;
    return candidates.ids().stream()
        .map(
            id -> {
              var words = candidates.words().getOrDefault(id, 0.0) / most;
              var cosine = candidates.cosines().getOrDefault(id, Double.NaN);
              var near = Double.isNaN(cosine) ? least + spread * words : cosine;
              return new Fused(id, words + Likeness.MEANING * near, cosine);
            })
        .sorted(Comparator.comparingDouble(Fused::rank).reversed().thenComparing(Fused::id))
        .toList();
  }
}
