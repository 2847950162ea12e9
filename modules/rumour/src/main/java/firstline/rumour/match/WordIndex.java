package firstline.rumour.match;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The leg of words: BM25 over the pieces (Robertson and Zaragoza 2009), on the local disk. It can
 * be thrown away at any time: everything in it comes from the database.
 */
final class WordIndex implements Closeable {
  /** A piece that shares terms with the question. */
  record Hit(UUID rebuttal, int piece, double score) {}

  /** Of a long question only the rarest terms are looked up: the others hardly move a rank. */
  static final int MOST_TERMS = 64;

  private static final String TEXT = "text";
  private static final String REBUTTAL = "rebuttal";
  private static final String PIECE = "piece";
  private static final String OWN = "own";
  private static final String ADDRESS = "address";

  /** The same page counts as much as a good many rare terms. */
  private static final float SAME_PAGE = 40;

  private static final String MARK = "mark";
  private static final double WRITE_BUFFER = 64;

  /** Frequencies for BM25, no positions: half the size. */
  private static final FieldType WORDS = words();

  private final IndexWriter writer;
  private final SearcherManager searchers;

  private WordIndex(IndexWriter writer, SearcherManager searchers) {
    this.writer = writer;
    this.searchers = searchers;
  }

  /**
   * Opens or makes the index in a folder.
   *
   * @throws IOException if it is damaged or somebody else has it open
   */
  static WordIndex open(Path folder) throws IOException {
    var config = new IndexWriterConfig(Terms.ANALYZER);
    config.setSimilarity(similarity());
    config.setRAMBufferSizeMB(WRITE_BUFFER);
    config.setCommitOnClose(false);
    var writer = new IndexWriter(FSDirectory.open(folder), config);
    try {
      return new WordIndex(writer, new SearcherManager(writer, null));
    } catch (IOException e) {
      writer.rollback();
      throw e;
    }
  }

  /** Parameters as measured on the development collection: {@code ./firstline bench match}. */
  private static BM25Similarity similarity() {
    return new BM25Similarity(1.2f, 0.6f);
  }

  private static FieldType words() {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  /** The pieces become the rebuttal's only ones; none takes it out. */
  void replace(UUID rebuttal, List<Piece> pieces) throws IOException {
    var documents = new ArrayList<Document>();
    for (var piece : pieces) {
      var document = new Document();
      document.add(new StringField(REBUTTAL, rebuttal.toString(), Field.Store.NO));
      document.add(new BinaryDocValuesField(REBUTTAL, bytes(rebuttal)));
      document.add(new NumericDocValuesField(PIECE, piece.ordinal()));
      document.add(new Field(TEXT, piece.folded(), WORDS));
      for (var address : piece.addresses()) {
        document.add(new StringField(ADDRESS, address, Field.Store.NO));
      }
      if (piece.ordinal() == 0) {
        document.add(new StringField(OWN, OWN, Field.Store.NO));
      }
      documents.add(document);
    }
    var key = new Term(REBUTTAL, rebuttal.toString());
    if (documents.isEmpty()) {
      writer.deleteDocuments(key);
    } else {
      writer.updateDocuments(key, documents);
    }
  }

  /** Makes what was replaced visible to the next search. */
  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Writes down everything so far, as the state of {@code mark}. */
  void commit(String mark) throws IOException {
    writer.setLiveCommitData(Map.of(MARK, mark).entrySet());
    writer.commit();
  }

  /** The mark of the last commit; empty if there was none. */
  String mark() {
    var data = writer.getLiveCommitData();
    if (data != null) {
      for (var entry : data) {
        if (entry.getKey().equals(MARK)) {
          return entry.getValue();
        }
      }
    }
    return "";
  }

  /** Forgets everything. */
  void clear() throws IOException {
    writer.deleteAll();
  }

  /** Rebuttals in what a search sees. */
  int rebuttals() throws IOException {
    var searcher = searchers.acquire();
    try {
      return searcher.count(new TermQuery(new Term(OWN, OWN)));
    } finally {
      searchers.release(searcher);
    }
  }

  /** The rebuttals that share the most with the folded question, each by its best piece. */
  List<Hit> search(String folded, List<String> addresses, int most) throws IOException {
    var searcher = searchers.acquire();
    try {
      var query = query(searcher, folded, addresses);
      var found = searcher.search(query, 2 * most).scoreDocs;
      var best = new LinkedHashMap<UUID, Hit>();
      for (var one : found) {
        if (best.size() < most) {
          var hit = hit(searcher, one);
          best.putIfAbsent(hit.rebuttal(), hit);
        }
      }
      return List.copyOf(best.values());
    } finally {
      searchers.release(searcher);
    }
  }

  /** How much a term says: its idf, 0 for one that is nowhere. */
  Map<String, Double> weights(Iterable<String> terms) throws IOException {
    var searcher = searchers.acquire();
    try {
      var weights = new HashMap<String, Double>();
      for (var term : terms) {
        if (!weights.containsKey(term)) {
          weights.put(term, idf(searcher, term));
        }
      }
      return weights;
    } finally {
      searchers.release(searcher);
    }
  }

  private static double idf(IndexSearcher searcher, String term) throws IOException {
    var reader = searcher.getIndexReader();
    var with = reader.docFreq(new Term(TEXT, term));
    return Math.log(1 + (reader.maxDoc() - with + 0.5) / (with + 0.5));
  }

  private static BooleanQuery query(IndexSearcher searcher, String folded, List<String> addresses)
      throws IOException {
    record Weighted(String term, double idf, int count) {}
    var counts = new HashMap<String, Integer>();
    Terms.of(folded).forEach(term -> counts.merge(term.text(), 1, Integer::sum));
    var weighted = new ArrayList<Weighted>();
    for (var entry : counts.entrySet()) {
      if (searcher.getIndexReader().docFreq(new Term(TEXT, entry.getKey())) > 0) {
        weighted.add(new Weighted(entry.getKey(), idf(searcher, entry.getKey()), entry.getValue()));
      }
    }
    weighted.sort(
        Comparator.comparingDouble(Weighted::idf).reversed().thenComparing(Weighted::term));
    var query = new BooleanQuery.Builder();
    for (var one : weighted.subList(0, Math.min(MOST_TERMS, weighted.size()))) {
      // A repeated term counts for at most two (k3 = 1), a rare one for a little more than its idf.
      var boost = 2.0 * one.count() / (one.count() + 1) * Math.pow(Math.max(one.idf(), 0.01), 0.3);
      query.add(
          new BoostQuery(new TermQuery(new Term(TEXT, one.term())), (float) boost),
          BooleanClause.Occur.SHOULD);
    }
    for (var address : addresses) {
      var same = new ConstantScoreQuery(new TermQuery(new Term(ADDRESS, address)));
      query.add(new BoostQuery(same, SAME_PAGE), BooleanClause.Occur.SHOULD);
    }
    return query.build();
  }

  private static Hit hit(IndexSearcher searcher, ScoreDoc found) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
    var local = found.doc - leaf.docBase;
    var rebuttals = DocValues.getBinary(leaf.reader(), REBUTTAL);
    var pieces = DocValues.getNumeric(leaf.reader(), PIECE);
    if (!rebuttals.advanceExact(local) || !pieces.advanceExact(local)) {
      throw new IOException("a piece without its rebuttal");
    }
    return new Hit(id(rebuttals.binaryValue()), (int) pieces.longValue(), found.score);
  }

  private static BytesRef bytes(UUID id) {
    return new BytesRef(
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  private static UUID id(BytesRef bytes) {
    var buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.rollback();
  }
}
