package firstline.publicity.catalogue;

import firstline.persistence.index.LocalIndex;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

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

  private static final double WRITE_BUFFER = 96;
  private static final FieldType WORDS = words();

  private final LocalIndex index;

  private Shelf(LocalIndex index) {
    this.index = index;
  }

  /** Opens the index in a folder, or begins a new one. */
  static Shelf open(Path folder) throws IOException {
    return new Shelf(LocalIndex.openOrBegin(folder, Shelf::config, FORMAT));
  }

  private static IndexWriterConfig config() {
    var config = new IndexWriterConfig(Terms.WRITTEN);
    config.setRAMBufferSizeMB(WRITE_BUFFER);
    config.setIndexSort(NEWEST);
    return config;
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
    LocalIndex.writeAll(
        all,
        one ->
            index.writer().updateDocument(new Term(ID, LocalIndex.bytes(one.id())), document(one)));
  }

  private static Document document(Filed one) {
    var document = new Document();
    document.add(new StringField(ID, LocalIndex.bytes(one.id()), Field.Store.NO));
    document.add(new SortedDocValuesField(ID, LocalIndex.bytes(one.id())));
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

  /** Where it lies, and up to where it has followed. */
  LocalIndex index() {
    return index;
  }

  /** How many a search sees. */
  int count() throws IOException {
    return index.looking(searcher -> searcher.getIndexReader().numDocs());
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
