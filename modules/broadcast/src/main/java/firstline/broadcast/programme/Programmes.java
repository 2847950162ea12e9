package firstline.broadcast.programme;

import firstline.persistence.requirement.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

/**
 * This node's programmes in memory, and who waits for a newer one. A hundred thousand speakers that
 * ask each minute, and nothing changed, cost no statement.
 */
@ApplicationScoped
public class Programmes {
  /** The programme of an audience, as it travels. */
  public record Programme(long revision, byte[] body) {
    /** Its entity tag. */
    public String tag() {
      return "\"" + revision + "\"";
    }
  }

  private record Waiting(long held, LongConsumer told) {}

  private final Map<UUID, Programme> programmes = new ConcurrentHashMap<>();
  private final Map<UUID, Set<Waiting>> waiting = new ConcurrentHashMap<>();

  /** The audience's programme; empty while none has been built. */
  @Requirement("R32.6")
  public Optional<Programme> of(UUID audience) {
    return Optional.ofNullable(programmes.get(audience));
  }

  /**
   * Waits for a revision above the one held, which is told at once if it is there; what it returns
   * ends the waiting.
   */
  @Requirement("R32.7")
  public Runnable await(UUID audience, long held, LongConsumer told) {
    var waiter = new Waiting(held, told);
    var mine = waiting.computeIfAbsent(audience, key -> ConcurrentHashMap.newKeySet());
    mine.add(waiter);
    // It may have come in the meantime: whoever takes the waiter out tells it, and nobody else.
    var now = programmes.get(audience);
    if (now != null && now.revision() > held && mine.remove(waiter)) {
      told.accept(now.revision());
    }
    return () -> mine.remove(waiter);
  }

  /**
   * The audience has a newer one: whoever waits for it is told. The set of those who wait stays, so
   * that whoever joins it after this look finds the programme.
   */
  void put(UUID audience, Programme programme) {
    programmes.put(audience, programme);
    var mine = waiting.getOrDefault(audience, Set.of());
    for (var waiter : mine) {
      if (waiter.held() < programme.revision() && mine.remove(waiter)) {
        waiter.told().accept(programme.revision());
      }
    }
  }
}
