package firstline.publicity.catalogue;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The index on the local disk. It holds nothing that does not come from the database. */
final class Shelf implements Closeable {
  static final String ID = "id";
  static final String OPEN_WORDS = "open-words";
  static final String HIDDEN_WORDS = "hidden-words";

  /** Codes of the areas within which a material lies. */
  static final String WITHIN = "within";

  static final String OPEN = "open";
  static final String UNTIL = "until";
  static final String DRAFTED = "drafted";
  static final String TIE = "tie";

  /** The newest first; so the index lies on the disk too, and a list ends where its page ends. */
  static final Sort NEWEST =
      new Sort(
          new SortField(DRAFTED, SortField.Type.LONG, true),
          new SortField(TIE, SortField.Type.LONG, true));

  /** Raised when a field is added or means something else: what was written is built anew. */
  private static final String FORMAT = "1";

  private static final String FORMAT_KEY = "format";
  private static final String MARK = "mark";
  private static final double WRITE_BUFFER = 96;
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

  private Shelf(IndexWriter writer, SearcherManager searchers) {
    this.writer = writer;
    this.searchers = searchers;
  }

  /**
   * Opens or makes the index in a folder.
   *
   * @throws IOException if it is damaged, of another form, or somebody else has it open
   */
  static Shelf open(Path folder) throws IOException {
    return open(FSDirectory.open(folder));
  }

  static Shelf open(Directory directory) throws IOException {
    var config = new IndexWriterConfig(Terms.WRITTEN);
    config.setRAMBufferSizeMB(WRITE_BUFFER);
    config.setCommitOnClose(false);
    config.setIndexSort(NEWEST);
    var writer = new IndexWriter(directory, config);
    try {
      if (writer.getDocStats().maxDoc > 0 && !FORMAT.equals(data(writer, FORMAT_KEY))) {
        throw new IOException("an index of another form");
      }
      return new Shelf(writer, new SearcherManager(writer, SEARCHERS));
    } catch (IOException e) {
      writer.rollback();
      throw e;
    }
  }

  private static FieldType words() {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  /** Puts each in the place of what stood there under its id, on all processors. */
  void replaceAll(List<Filed> all) throws IOException {
    try {
      all.parallelStream()
          .forEach(
              one -> {
                try {
                  writer.updateDocument(new Term(ID, bytes(one.id())), document(one));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Document document(Filed one) {
    var document = new Document();
    document.add(new StringField(ID, bytes(one.id()), Field.Store.NO));
    document.add(new SortedDocValuesField(ID, bytes(one.id())));
    number(document, DRAFTED, ChronoUnit.MICROS.between(Instant.EPOCH, one.draftedAt()));
    document.add(new NumericDocValuesField(TIE, one.id().getLeastSignificantBits()));
    document.add(new Field(OPEN_WORDS, one.openWords(), WORDS));
    if (!one.hiddenWords().isEmpty()) {
      document.add(new Field(HIDDEN_WORDS, one.hiddenWords(), WORDS));
    }
    for (var code : one.path()) {
      document.add(new StringField(WITHIN, code, Field.Store.NO));
    }
    if (one.open()) {
      document.add(new StringField(OPEN, OPEN, Field.Store.NO));
    }
    var until = one.until();
    number(document, UNTIL, until == null ? Long.MAX_VALUE : until.toEpochDay());
    for (var facet : Facet.values()) {
      for (var value : one.values(facet)) {
        document.add(new StringField(facet.parameter(), value, Field.Store.NO));
        document.add(new SortedSetDocValuesField(facet.parameter(), new BytesRef(value)));
      }
    }
    return document;
  }

  private static void number(Document document, String field, long value) {
    document.add(new LongPoint(field, value));
    document.add(new NumericDocValuesField(field, value));
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

  void clear() throws IOException {
    writer.deleteAll();
  }

  /** How many a search sees. */
  int count() throws IOException {
    return looking(searcher -> searcher.getIndexReader().numDocs());
  }

  /** A look into the index as it is now. */
  @FunctionalInterface
  interface Look<T> {
    T at(IndexSearcher searcher) throws IOException;
  }

  <T> T looking(Look<T> look) throws IOException {
    var searcher = searchers.acquire();
    try {
      return look.at(searcher);
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

  static UUID id(BytesRef bytes) {
    var buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.rollback();
  }
}
