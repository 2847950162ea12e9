package firstline.publicity.catalogue;

import firstline.persistence.index.LocalIndex;
import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** One look into the index, by somebody who may see so much, on one day. */
final class Looking {
  /**
   * Whose look it is.
   *
   * @param paths of the areas of which drafts are seen too; the empty path is the whole tree
   * @param publicOnly true for the public: only what is out and holds
   */
  record Eyes(List<String> paths, boolean publicOnly) {
    static final Eyes PUBLIC = new Eyes(List.of(), true);
  }

  /** A material that was found, and its place in the order of the answer. */
  record Hit(UUID id, Place place) {}

  /** Where a material stands in an answer; the score is 0 where there are no words. */
  record Place(float score, long drafted, long tie) {}

  private static final Sort NEAREST =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(Shelf.DRAFTED, SortField.Type.LONG, true),
          new SortField(Shelf.TIE, SortField.Type.LONG, true));

  private final IndexSearcher searcher;
  private final Asked asked;
  private final Eyes eyes;
  private final long today;

  Looking(IndexSearcher searcher, Asked asked, Eyes eyes, long today) {
    this.searcher = searcher;
    this.asked = asked;
    this.eyes = eyes;
    this.today = today;
  }

  /** So many after the place: the nearest to the words, or the newest where there are none. */
  List<Hit> page(@Nullable Place after, int most) throws IOException {
    var words = !asked.q().isEmpty();
    var query = everything(words ? Occur.MUST : Occur.FILTER);
    var size = searcher.getIndexReader().maxDoc();
    if (size == 0) {
      return List.of();
    }
    var found =
        searcher.searchAfter(
            after == null ? null : mark(after, words, size),
            query.build(),
            most,
            words ? NEAREST : Shelf.NEWEST);
    var hits = new ArrayList<Hit>();
    var leaves = searcher.getIndexReader().leaves();
    for (var one : found.scoreDocs) {
      var leaf = leaves.get(ReaderUtil.subIndex(one.doc, leaves));
      var values = DocValues.getSorted(leaf.reader(), Shelf.ID);
      if (!values.advanceExact(one.doc - leaf.docBase)) {
        throw new IOException("a document without its id");
      }
      hits.add(
          new Hit(
              LocalIndex.id(values.lookupOrd(values.ordValue())),
              place(((FieldDoc) one).fields, words)));
    }
    return hits;
  }

  /** How many of it were drafted after an instant, in microseconds. */
  int since(long micros) throws IOException {
    return searcher.count(
        everything(Occur.FILTER)
            .add(LongPoint.newRangeQuery(Shelf.DRAFTED, micros + 1, Long.MAX_VALUE), Occur.FILTER)
            .build());
  }

  private BooleanQuery.Builder everything(Occur words) {
    var query = new BooleanQuery.Builder().add(base(), words);
    asked.chosen().keySet().forEach(facet -> query.add(chosen(facet), Occur.FILTER));
    return query;
  }

  private static FieldDoc mark(Place after, boolean words, int size) {
    // Every place is taken once, so that the document's number settles nothing.
    return words
        ? new FieldDoc(
            size - 1, after.score(), new Object[] {after.score(), after.drafted(), after.tie()})
        : new FieldDoc(size - 1, 0, new Object[] {after.drafted(), after.tie()});
  }

  private static Place place(Object[] fields, boolean words) {
    return words
        ? new Place((Float) fields[0], (Long) fields[1], (Long) fields[2])
        : new Place(0, (Long) fields[0], (Long) fields[1]);
  }

  /** How many there are, and of each facet how many under the others' choice. */
  @Requirement("R64.2")
  Counts counts() throws IOException {
    try {
      return searcher.getIndexReader().leaves().parallelStream()
          .map(
              leaf -> {
                try {
                  return counted(leaf);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .reduce(Counts.NONE, Counts::plus);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Counts counted(LeafReaderContext leaf) throws IOException {
    var base = bits(base(), leaf);
    var sets = new EnumMap<Facet, FixedBitSet>(Facet.class);
    for (var facet : asked.chosen().keySet()) {
      sets.put(facet, bits(chosen(facet), leaf));
    }
    var all = base.clone();
    sets.values().forEach(all::and);
    var values = new EnumMap<Facet, Map<String, Integer>>(Facet.class);
    for (var facet : Facet.values()) {
      var under = all;
      if (sets.containsKey(facet)) {
        under = base.clone();
        for (var other : sets.entrySet()) {
          if (other.getKey() != facet) {
            under.and(other.getValue());
          }
        }
      }
      values.put(facet, new Tally(leaf.reader(), under, today).of(facet));
    }
    return new Counts(all.cardinality(), values);
  }

  private FixedBitSet bits(Query query, LeafReaderContext leaf) throws IOException {
    var bits = new FixedBitSet(leaf.reader().maxDoc());
    var scorer =
        searcher
            .createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
            .scorer(leaf);
    if (scorer != null) {
      bits.or(scorer.iterator());
    }
    var live = leaf.reader().getLiveDocs();
    if (live != null) {
      for (var doc = 0; doc < bits.length(); doc++) {
        if (!live.get(doc)) {
          bits.clear(doc);
        }
      }
    }
    return bits;
  }

  /** What may be seen, and has the words where they may be seen. */
  @Requirement("R64.1")
  private Query base() {
    var terms = asked.q().isEmpty() ? List.<String>of() : List.copyOf(Terms.of(asked.q()));
    if (!asked.q().isEmpty() && terms.isEmpty()) {
      return new MatchNoDocsQuery("marks alone");
    }
    var open = new BooleanQuery.Builder().add(term(Shelf.OPEN, Shelf.OPEN), Occur.FILTER);
    terms.forEach(term -> open.add(term(Shelf.OPEN_WORDS, term), Occur.MUST));
    if (eyes.publicOnly()) {
      open.add(state("PUBLISHED"), Occur.FILTER);
      return open.build();
    }
    if (eyes.paths().contains("") && terms.isEmpty()) {
      return new MatchAllDocsQuery();
    }
    var query = new BooleanQuery.Builder().add(open.build(), Occur.SHOULD);
    for (var path : eyes.paths()) {
      var own = new BooleanQuery.Builder();
      own.add(within(path), Occur.FILTER);
      for (var term : terms) {
        own.add(
            new BooleanQuery.Builder()
                .add(term(Shelf.OPEN_WORDS, term), Occur.SHOULD)
                .add(term(Shelf.HIDDEN_WORDS, term), Occur.SHOULD)
                .build(),
            Occur.MUST);
      }
      query.add(own.build(), Occur.SHOULD);
    }
    return query.build();
  }

  /** A path ends with the code of its subtree's root. */
  private static Query within(String path) {
    if (path.isEmpty()) {
      return new MatchAllDocsQuery();
    }
    var codes = path.split("/");
    return term(Shelf.WITHIN, codes[codes.length - 1]);
  }

  private Query chosen(Facet facet) {
    var query = new BooleanQuery.Builder();
    for (var value : asked.of(facet)) {
      query.add(
          switch (facet) {
            case STATE -> state(value);
            case VALIDITY -> validity(value);
            case AREA -> term(Shelf.WITHIN, value);
            default -> term(facet.parameter(), value);
          },
          Occur.SHOULD);
    }
    return new ConstantScoreQuery(query.build());
  }

  /** Published and over is expired: no row says so. */
  @Requirement("R64.3")
  private Query state(String value) {
    var over = LongPoint.newRangeQuery(Shelf.UNTIL, Long.MIN_VALUE, today - 1);
    return switch (value) {
      case "EXPIRED" -> published().add(over, Occur.FILTER).build();
      case "PUBLISHED" -> published().add(over, Occur.MUST_NOT).build();
      default -> term(Facet.STATE.parameter(), value);
    };
  }

  private static BooleanQuery.Builder published() {
    return new BooleanQuery.Builder().add(term(Facet.STATE.parameter(), "PUBLISHED"), Occur.FILTER);
  }

  private Query validity(String value) {
    return switch (value) {
      case "OVER" -> LongPoint.newRangeQuery(Shelf.UNTIL, Long.MIN_VALUE, today - 1);
      case "SOON" -> LongPoint.newRangeQuery(Shelf.UNTIL, today, today + Validity.DAYS);
      case "LATER" ->
          LongPoint.newRangeQuery(Shelf.UNTIL, today + Validity.DAYS + 1, Long.MAX_VALUE - 1);
      case "OPEN" -> LongPoint.newExactQuery(Shelf.UNTIL, Long.MAX_VALUE);
      default -> new MatchNoDocsQuery("no such validity");
    };
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  /**
   * How many there are.
   *
   * @param values of each facet its values with their number
   */
  record Counts(int total, Map<Facet, Map<String, Integer>> values) {
    static final Counts NONE = new Counts(0, Map.of());

    Counts plus(Counts other) {
      var sum = new EnumMap<Facet, Map<String, Integer>>(Facet.class);
      for (var facet : Facet.values()) {
        var counts = new HashMap<>(values.getOrDefault(facet, Map.of()));
        other
            .values()
            .getOrDefault(facet, Map.of())
            .forEach((value, count) -> counts.merge(value, count, Integer::sum));
        sum.put(facet, counts);
      }
      return new Counts(total + other.total(), sum);
    }
  }
}
