package firstline.broadcast.live;

import firstline.persistence.requirement.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The newest pieces of the live pages in this node's memory, and who waits for the next: a thousand
 * speakers that listen cost no statement and no thread.
 */
@ApplicationScoped
public class Streams {
  /**
   * A piece; also a CDI event, heard after the commit.
   *
   * @param sound µ-law bytes
   */
  public record Piece(UUID stream, int number, byte[] sound) {}

  /** A CDI event: the stream is over. */
  public record Ended(UUID stream) {}

  /** How far behind the newest piece a speaker may be before it skips some. */
  static final int BEHIND = 2;

  private record Waiting(int wanted, Consumer<Optional<Piece>> told) {}

  private static final class Stream {
    private final TreeMap<Integer, Piece> pieces = new TreeMap<>();
    private final Set<Waiting> waiting = new HashSet<>();
    private boolean known;
    private boolean over;
  }

  private final Map<UUID, Stream> streams = new ConcurrentHashMap<>();

  /** Takes a piece; the same again, or an older one, changes nothing. */
  void heard(@Observes(during = TransactionPhase.AFTER_SUCCESS) Piece piece) {
    change(
        piece.stream(),
        stream -> {
          if (stream.pieces.isEmpty() || stream.pieces.lastKey() < piece.number()) {
            stream.pieces.put(piece.number(), piece);
          }
          while (stream.pieces.size() > BEHIND + 1) {
            stream.pieces.pollFirstEntry();
          }
        });
  }

  void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) Ended ended) {
    change(ended.stream(), stream -> stream.over = true);
  }

  /** Number of the newest piece that this node has of the stream, which there is; 0 for none. */
  int newest(UUID id) {
    var stream = streams.computeIfAbsent(id, key -> new Stream());
    synchronized (stream) {
      stream.known = true;
      return stream.pieces.isEmpty() ? 0 : stream.pieces.lastKey();
    }
  }

  /** Only these are wanted any longer. */
  void keep(Set<UUID> open) {
    for (var id : List.copyOf(streams.keySet())) {
      if (!open.contains(id)) {
        streams.computeIfPresent(
            id,
            (key, stream) -> {
              synchronized (stream) {
                return stream.waiting.isEmpty() ? null : stream;
              }
            });
      }
    }
  }

  /** Whether there is such a stream; a node that has just begun may not know for a moment. */
  public boolean knows(UUID id) {
    var stream = streams.get(id);
    if (stream == null) {
      return false;
    }
    synchronized (stream) {
      return stream.known;
    }
  }

  /**
   * Waits for a piece, which is told at once if it is there; empty when the stream is over. What it
   * returns ends the waiting.
   *
   * @param wanted number of the piece; 0 for the newest
   */
  @Requirement("R48.3")
  public Runnable await(UUID id, int wanted, Consumer<Optional<Piece>> told) {
    var waiter = new Waiting(wanted, told);
    var stream = change(id, one -> one.waiting.add(waiter));
    return () -> {
      synchronized (stream) {
        stream.waiting.remove(waiter);
      }
    };
  }

  /** Changes the stream, and tells those who waited for that, outside its monitor. */
  private Stream change(UUID id, Consumer<Stream> change) {
    var answers = new ArrayList<Runnable>();
    var stream =
        streams.compute(
            id,
            (key, before) -> {
              var one = before == null ? new Stream() : before;
              synchronized (one) {
                change.accept(one);
                one.waiting.removeIf(waiter -> answered(one, waiter, answers));
              }
              return one;
            });
    answers.forEach(Runnable::run);
    return stream;
  }

  private static boolean answered(Stream stream, Waiting waiter, List<Runnable> answers) {
    var piece = piece(stream, waiter.wanted());
    if (piece.isPresent() || stream.over) {
      answers.add(() -> waiter.told().accept(piece));
      return true;
    }
    return false;
  }

  private static Optional<Piece> piece(Stream stream, int wanted) {
    if (stream.pieces.isEmpty()) {
      return Optional.empty();
    }
    var from = wanted == 0 ? stream.pieces.lastKey() : Integer.valueOf(wanted);
    return Optional.ofNullable(stream.pieces.ceilingEntry(from)).map(Map.Entry::getValue);
  }
}
