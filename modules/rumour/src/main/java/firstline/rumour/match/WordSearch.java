package firstline.rumour.match;

import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** One look into the index of words: the rarest terms of the question find the pieces. */
final class WordSearch {
  /** Of a long question only the rarest terms are looked up: the others hardly move a rank. */
  static final int MOST_TERMS = 64;

  /** The same page counts as much as a good many rare terms; the same text as much as all. */
  private static final float SAME_PAGE = 40;

  private static final float SAME_TEXT = 400;

  private final IndexSearcher searcher;

  WordSearch(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** The rebuttals that share the most with the question, each by its best piece. */
  List<WordIndex.Hit> search(Question question, int most) throws IOException {
    var found = searcher.search(query(question), 2 * most).scoreDocs;
    var best = new LinkedHashMap<UUID, WordIndex.Hit>();
    for (var one : found) {
      var hit = hit(one);
      if (best.size() < most) {
        best.putIfAbsent(hit.rebuttal(), hit);
      }
    }
    return List.copyOf(best.values());
  }

  private BooleanQuery query(Question question) throws IOException {
    var query = terms(question);
    for (var address : question.addresses()) {
      query.add(
          constant(new Term(WordIndex.ADDRESS, address), SAME_PAGE), BooleanClause.Occur.SHOULD);
    }
    if (!question.letters().isEmpty()) {
      query.add(
          constant(new Term(WordIndex.KEY, WordIndex.key(question.letters())), SAME_TEXT),
          BooleanClause.Occur.SHOULD);
    }
    return query.build();
  }

  private static BoostQuery constant(Term term, float score) {
    return new BoostQuery(new ConstantScoreQuery(new TermQuery(term)), score);
  }

  /** The rarest terms of the question, as far as the index has them. */
  @Requirement("R7.8")
  private BooleanQuery.Builder terms(Question question) throws IOException {
    var counts = new HashMap<String, Integer>();
    question.terms().forEach(term -> counts.merge(term.text(), 1, Integer::sum));
    var rarest =
        counts.keySet().stream()
            .sorted(
                Comparator.comparingDouble(question::weight)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .iterator();
    var query = new BooleanQuery.Builder();
    for (var found = 0; found < MOST_TERMS && rarest.hasNext(); ) {
      var text = rarest.next();
      var term = new Term(WordIndex.TEXT, text);
      if (searcher.getIndexReader().docFreq(term) > 0) {
        // A repeated term counts for at most two (k3 = 1), a rare one for more than its idf.
        var count = counts.getOrDefault(text, 1);
        var boost =
            2.0 * count / (count + 1) * Math.pow(Math.max(question.weight(text), 0.01), 0.3);
        query.add(new BoostQuery(new TermQuery(term), (float) boost), BooleanClause.Occur.SHOULD);
        found++;
      }
    }
    return query;
  }

  static double idf(IndexReader reader, Term term) throws IOException {
    var with = reader.docFreq(term);
    return Math.log(1 + (reader.maxDoc() - with + 0.5) / (with + 0.5));
  }

  private WordIndex.Hit hit(ScoreDoc found) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
    var local = found.doc - leaf.docBase;
    var rebuttals = DocValues.getSorted(leaf.reader(), WordIndex.REBUTTAL);
    var pieces = DocValues.getNumeric(leaf.reader(), WordIndex.PIECE);
    if (!rebuttals.advanceExact(local) || !pieces.advanceExact(local)) {
      throw new IOException("a piece without its rebuttal");
    }
    return new WordIndex.Hit(
        id(rebuttals.lookupOrd(rebuttals.ordValue())), (int) pieces.longValue(), found.score);
  }

  private static UUID id(BytesRef bytes) {
    var buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
