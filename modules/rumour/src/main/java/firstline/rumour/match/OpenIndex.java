package firstline.rumour.match;

import firstline.persistence.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * This node's index of the rumours that wait for an answer: some thousand at most, so it lives in
 * memory, is built at its first use and looks for changes at every search. The report that opens a
 * rumour and the next one may be a moment apart.
 */
@ApplicationScoped
class OpenIndex {
  private static final UUID FIRST = new UUID(0, 0);
  private static final int BATCH = 1_000;

  private final ReentrantLock following = new ReentrantLock();
  private OpenRumours rumours;
  private PublishedPieces published;
  private @Nullable WordIndex words;
  private String mark = "";

  @Inject
  OpenIndex(Sql sql) {
    this.rumours = new OpenRumours(sql);
    this.published = new PublishedPieces(sql);
  }

  @SuppressWarnings("NullAway.Init")
  protected OpenIndex() {}

  OpenRumours rumours() {
    return rumours;
  }

  /** The words of all that waits now. */
  WordIndex words() throws IOException {
    following.lock();
    try {
      var horizon = published.horizon();
      var index = words;
      if (index == null) {
        index = WordIndex.open(new ByteBuffersDirectory());
        takeIn(index, last -> rumours.all(last, BATCH));
        words = index;
      } else {
        takeIn(index, last -> rumours.changed(mark, last, BATCH));
      }
      mark = horizon;
      return index;
    } finally {
      following.unlock();
    }
  }

  private void takeIn(WordIndex index, Function<UUID, List<UUID>> next) throws IOException {
    var last = FIRST;
    List<UUID> ids;
    do {
      ids = next.apply(last);
      var found = rumours.read(ids);
      for (var id : ids) {
        var one = found.get(id);
        index.replace(id, one == null ? List.of() : one.pieces());
        last = id;
      }
    } while (ids.size() == BATCH);
    index.index().refresh();
  }
}
