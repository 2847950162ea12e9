package firstline.rumour.match;

import firstline.persistence.digest.Sha256;
import firstline.persistence.index.LocalIndex;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

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

  /**
   * Raised when a field is added or means something else: what was written before is built anew.
   */
  private static final String FORMAT = "2";

  private static final double WRITE_BUFFER = 64;

  /** Frequencies for BM25, no positions: half the size. */
  private static final FieldType WORDS = words();

  private final LocalIndex index;

  private WordIndex(LocalIndex index) {
    this.index = index;
  }

  /** Opens the index in a folder, or begins a new one. */
  static WordIndex open(Path folder) throws IOException {
    return new WordIndex(LocalIndex.openOrBegin(folder, WordIndex::config, FORMAT));
  }

  static WordIndex open(Directory directory) throws IOException {
    return new WordIndex(LocalIndex.open(directory, config(), FORMAT));
  }

  private static IndexWriterConfig config() {
    var config = new IndexWriterConfig(Terms.ANALYZER);
    config.setSimilarity(similarity());
    config.setRAMBufferSizeMB(WRITE_BUFFER);
    return config;
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
      document.add(new StringField(REBUTTAL, LocalIndex.bytes(rebuttal), Field.Store.NO));
      document.add(new SortedDocValuesField(REBUTTAL, LocalIndex.bytes(rebuttal)));
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
    var key = new Term(REBUTTAL, LocalIndex.bytes(rebuttal));
    if (documents.isEmpty()) {
      index.writer().deleteDocuments(key);
    } else {
      index.writer().updateDocuments(key, documents);
    }
  }

  /** Replaces the pieces of several rebuttals, on all processors. */
  void replaceAll(List<UUID> rebuttals, Function<UUID, List<Piece>> pieces) throws IOException {
    LocalIndex.writeAll(rebuttals, rebuttal -> replace(rebuttal, pieces.apply(rebuttal)));
  }

  /** Where it lies, and up to where it has followed. */
  LocalIndex index() {
    return index;
  }

  /** Rebuttals in what a search sees. */
  int rebuttals() throws IOException {
    return index.looking(searcher -> searcher.count(new TermQuery(new Term(OWN, OWN))));
  }

  /** The rebuttals that share the most with the question, each by its best piece. */
  List<Hit> search(Question question, int most) throws IOException {
    return index.looking(searcher -> new WordSearch(searcher).search(question, most));
  }

  /** How much a term says: its idf; one that is nowhere is the rarest. */
  Map<String, Double> weights(Iterable<String> terms) throws IOException {
    return index.looking(
        searcher -> {
          var weights = new HashMap<String, Double>();
          for (var term : terms) {
            if (!weights.containsKey(term)) {
              weights.put(term, WordSearch.idf(searcher.getIndexReader(), new Term(TEXT, term)));
            }
          }
          return weights;
        });
  }

  /** Finds the candidates for the same text; that it is the same is seen when they are read. */
  static BytesRef key(String letters) {
    return new BytesRef(Arrays.copyOf(Sha256.of(letters), KEY_BYTES));
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
