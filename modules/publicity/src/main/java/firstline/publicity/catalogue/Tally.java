package firstline.publicity.catalogue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Counts the values of some of the documents of one part of the index. */
final class Tally {
  private final LeafReader reader;
  private final FixedBitSet among;
  private final long today;

  Tally(LeafReader reader, FixedBitSet among, long today) {
    this.reader = reader;
    this.among = among;
    this.today = today;
  }

  Map<String, Integer> of(Facet facet) throws IOException {
    return switch (facet) {
      case VALIDITY -> validity();
      case STATE -> states();
      default -> values(facet);
    };
  }

  private DocIdSetIterator documents() {
    return new BitSetIterator(among, 0);
  }

  private Map<String, Integer> values(Facet facet) throws IOException {
    var values = DocValues.getSortedSet(reader, facet.parameter());
    var counts = new int[(int) values.getValueCount()];
    var single = DocValues.unwrapSingleton(values);
    var documents = documents();
    if (single != null) {
      for (var doc = documents.nextDoc(); doc < among.length(); doc = documents.nextDoc()) {
        if (single.advanceExact(doc)) {
          counts[single.ordValue()]++;
        }
      }
    } else {
      for (var doc = documents.nextDoc(); doc < among.length(); doc = documents.nextDoc()) {
        if (values.advanceExact(doc)) {
          for (var i = 0; i < values.docValueCount(); i++) {
            counts[(int) values.nextOrd()]++;
          }
        }
      }
    }
    var found = new HashMap<String, Integer>();
    for (var place = 0; place < counts.length; place++) {
      if (counts[place] > 0) {
        found.put(values.lookupOrd(place).utf8ToString(), counts[place]);
      }
    }
    return found;
  }

  private Map<String, Integer> validity() throws IOException {
    var until = DocValues.getNumeric(reader, Shelf.UNTIL);
    var counts = new int[Validity.values().length];
    var documents = documents();
    for (var doc = documents.nextDoc(); doc < among.length(); doc = documents.nextDoc()) {
      if (until.advanceExact(doc)) {
        counts[Validity.of(until.longValue(), today).ordinal()]++;
      }
    }
    var found = new HashMap<String, Integer>();
    for (var one : Validity.values()) {
      if (counts[one.ordinal()] > 0) {
        found.put(one.name(), counts[one.ordinal()]);
      }
    }
    return found;
  }

  /** Those that are published and over are counted out of the published ones. */
  private Map<String, Integer> states() throws IOException {
    var found = new HashMap<>(values(Facet.STATE));
    var published = found.getOrDefault("PUBLISHED", 0);
    if (published == 0) {
      return found;
    }
    var states = DocValues.getSortedSet(reader, Facet.STATE.parameter());
    var until = DocValues.getNumeric(reader, Shelf.UNTIL);
    var ordinal = states.lookupTerm(new BytesRef("PUBLISHED"));
    var expired = 0;
    var documents = documents();
    for (var doc = documents.nextDoc(); doc < among.length(); doc = documents.nextDoc()) {
      if (until.advanceExact(doc)
          && until.longValue() < today
          && states.advanceExact(doc)
          && states.nextOrd() == ordinal) {
        expired++;
      }
    }
    if (expired > 0) {
      found.put("EXPIRED", expired);
      found.put("PUBLISHED", published - expired);
    }
    if (expired == published) {
      found.remove("PUBLISHED");
    }
    return found;
  }
}
