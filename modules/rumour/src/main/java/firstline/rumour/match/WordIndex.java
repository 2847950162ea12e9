package firstline.rumour.match;

import firstline.persistence.digest.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The leg of words: BM25 over the pieces (Robertson and Zaragoza 2009), on the local disk. It can
 * be thrown away at any time: everything in it comes from the database.
 */
final class WordIndex implements Closeable {
  /** A piece that shares terms with the question. */
  record Hit(UUID rebuttal, int piece, double score) {}

  static final String TEXT = "text";
  static final String KEY = "key";
  static final String REBUTTAL = "rebuttal";
  static final String PIECE = "piece";
  static final String ADDRESS = "address";
  private static final String OWN = "own";
  private static final int KEY_BYTES = 8;
  private static final String MARK = "mark";

  /**
   * Raised when a field is added or means something else: what was written before is built anew.
   */
  private static final String FORMAT = "2";

  private static final String FORMAT_KEY = "format";
  private static final double WRITE_BUFFER = 64;

  /** Frequencies for BM25, no positions: half the size. */
  private static final FieldType WORDS = words();

  /** A large index lies in several parts: they are searched side by side. */
  private static final SearcherFactory SEARCHERS =
      new SearcherFactory() {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
          return new IndexSearcher(reader, ForkJoinPool.commonPool());
        }
      };

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
    return open(FSDirectory.open(folder));
  }

  static WordIndex open(Directory directory) throws IOException {
    var config = new IndexWriterConfig(Terms.ANALYZER);
    config.setSimilarity(similarity());
    config.setRAMBufferSizeMB(WRITE_BUFFER);
    config.setCommitOnClose(false);
    var writer = new IndexWriter(directory, config);
    try {
      if (writer.getDocStats().maxDoc > 0 && !FORMAT.equals(data(writer, FORMAT_KEY))) {
        throw new IOException("an index of another form");
      }
      return new WordIndex(writer, new SearcherManager(writer, SEARCHERS));
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
      document.add(new StringField(REBUTTAL, bytes(rebuttal), Field.Store.NO));
      document.add(new SortedDocValuesField(REBUTTAL, bytes(rebuttal)));
      document.add(new NumericDocValuesField(PIECE, piece.ordinal()));
      document.add(new Field(TEXT, piece.folded(), WORDS));
      var letters = Folding.letters(piece.folded());
      if (!letters.isEmpty()) {
        document.add(new StringField(KEY, key(letters), Field.Store.NO));
      }
      for (var address : piece.addresses()) {
        document.add(new StringField(ADDRESS, address, Field.Store.NO));
      }
      if (piece.ordinal() == 0) {
        document.add(new StringField(OWN, OWN, Field.Store.NO));
      }
      documents.add(document);
    }
    var key = new Term(REBUTTAL, bytes(rebuttal));
    if (documents.isEmpty()) {
      writer.deleteDocuments(key);
    } else {
      writer.updateDocuments(key, documents);
    }
  }

  /** Replaces the pieces of several rebuttals, on all processors. */
  void replaceAll(List<UUID> rebuttals, Function<UUID, List<Piece>> pieces) throws IOException {
    try {
      rebuttals.parallelStream()
          .forEach(
              rebuttal -> {
                try {
                  replace(rebuttal, pieces.apply(rebuttal));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Makes what was replaced visible to the next search. */
  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Writes down everything so far, as the state of {@code mark}. */
  void commit(String mark) throws IOException {
    writer.setLiveCommitData(Map.of(MARK, mark, FORMAT_KEY, FORMAT).entrySet());
    writer.commit();
  }

  /** The mark of the last commit; empty if there was none. */
  String mark() {
    return data(writer, MARK);
  }

  private static String data(IndexWriter writer, String key) {
    var data = writer.getLiveCommitData();
    if (data != null) {
      for (var entry : data) {
        if (entry.getKey().equals(key)) {
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

  /** The rebuttals that share the most with the question, each by its best piece. */
  List<Hit> search(Question question, int most) throws IOException {
    var searcher = searchers.acquire();
    try {
      return new WordSearch(searcher).search(question, most);
    } finally {
      searchers.release(searcher);
    }
  }

  /** How much a term says: its idf; one that is nowhere is the rarest. */
  Map<String, Double> weights(Iterable<String> terms) throws IOException {
    var searcher = searchers.acquire();
    try {
      var weights = new HashMap<String, Double>();
      for (var term : terms) {
        if (!weights.containsKey(term)) {
          weights.put(term, WordSearch.idf(searcher.getIndexReader(), new Term(TEXT, term)));
        }
      }
      return weights;
    } finally {
      searchers.release(searcher);
    }
  }

  private static BytesRef bytes(UUID id) {
    return new BytesRef(
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  /** Finds the candidates for the same text; that it is the same is seen when they are read. */
  static BytesRef key(String letters) {
    return new BytesRef(Arrays.copyOf(Sha256.of(letters), KEY_BYTES));
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.rollback();
  }
}
