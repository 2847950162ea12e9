package firstline.persistence.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A Lucene index on the local disk that knows of which form it is and up to where it has followed
 * the database.
 */
public final class LocalIndex implements Closeable {
  /** A look into the index as it is now. */
  @FunctionalInterface
  public interface Look<T> {
    T at(IndexSearcher searcher) throws IOException;
  }

  /** Writes one of many. */
  @FunctionalInterface
  public interface Write<T> {
    void of(T one) throws IOException;
  }

  private static final System.Logger LOG = System.getLogger(LocalIndex.class.getName());
  private static final String FORMAT = "format";
  private static final String MARK = "mark";

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
  private final String format;

  private LocalIndex(IndexWriter writer, SearcherManager searchers, String format) {
    this.writer = writer;
    this.searchers = searchers;
    this.format = format;
  }

  /**
   * Opens or makes the index.
   *
   * @param config of this index alone
   * @param format raised when a field is added or means something else
   * @throws IOException if it is damaged, of another format, or somebody else has it open
   */
  public static LocalIndex open(Directory directory, IndexWriterConfig config, String format)
      throws IOException {
    config.setCommitOnClose(false);
    var writer = new IndexWriter(directory, config);
    try {
      if (writer.getDocStats().maxDoc > 0 && !format.equals(data(writer, FORMAT))) {
        throw new IOException("an index of another form");
      }
      return new LocalIndex(writer, new SearcherManager(writer, SEARCHERS), format);
    } catch (IOException e) {
      writer.rollback();
      throw e;
    }
  }

  /** The same in a folder; what cannot be opened there is thrown away and begun anew. */
  public static LocalIndex openOrBegin(
      Path folder, Supplier<IndexWriterConfig> config, String format) throws IOException {
    Files.createDirectories(folder);
    try {
      return open(FSDirectory.open(folder), config.get(), format);
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, "the index " + folder.getFileName() + " begins anew", e);
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.createDirectories(folder);
      return open(FSDirectory.open(folder), config.get(), format);
    }
  }

  public IndexWriter writer() {
    return writer;
  }

  /** Writes many on all processors. */
  public static <T> void writeAll(Collection<T> all, Write<T> write) throws IOException {
    try {
      all.parallelStream()
          .forEach(
              one -> {
                try {
                  write.of(one);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Looks into it; what was refreshed since is not seen any more. */
  public <T> T looking(Look<T> look) throws IOException {
    var searcher = searchers.acquire();
    try {
      return look.at(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  /** Makes what was written visible to the next look. */
  public void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Writes down everything so far, as the state of {@code mark}. */
  public void commit(String mark) throws IOException {
    writer.setLiveCommitData(Map.of(MARK, mark, FORMAT, format).entrySet());
    writer.commit();
  }

  /** The mark of the last commit; empty if there was none. */
  public String mark() {
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
  public void clear() throws IOException {
    writer.deleteAll();
  }

  /** An id as a term: 16 bytes. */
  public static BytesRef bytes(UUID id) {
    return new BytesRef(
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  /** The id of a term. */
  public static UUID id(BytesRef bytes) {
    var buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.rollback();
  }
}
