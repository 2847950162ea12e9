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

  private final Map<UUID, Programme> programmes = new ConcurrentHashMap<>();
  private final Map<UUID, Set<LongConsumer>> waiting = new ConcurrentHashMap<>();

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
    var mine = waiting.computeIfAbsent(audience, key -> ConcurrentHashMap.newKeySet());
    mine.add(told);
    var now = programmes.get(audience);
    if (now != null && now.revision() > held && mine.remove(told)) {
      told.accept(now.revision());
    }
    return () -> mine.remove(told);
  }

  /** The audience has a newer one: whoever waits for it is told. */
  void put(UUID audience, Programme programme) {
    programmes.put(audience, programme);
    var mine = waiting.remove(audience);
    if (mine != null) {
      mine.forEach(
          told -> {
            if (mine.remove(told)) {
              told.accept(programme.revision());
            }
          });
    }
  }
}
