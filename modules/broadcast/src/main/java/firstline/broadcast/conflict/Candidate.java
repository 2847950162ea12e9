package firstline.broadcast.conflict;

import firstline.broadcast.programme.Cuts;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.recurrence.Recurrence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is to be checked.
 *
 * @param area 12-digit code of the area for which it is ordered
 * @param whole how long one play sounds with its repeats, milliseconds
 * @param slot until when after its start it must be over, milliseconds
 * @param areas 12-digit codes of the areas that it is for, with all below them
 * @param groups ids of the groups that it is for
 * @param notAreas codes of areas that are left out
 * @param notGroups ids of groups that are left out
 * @param takeover of another's plays; null for a plan of its own
 */
public record Candidate(
    String area,
    Kind kind,
    Recurrence recurrence,
    long whole,
    long slot,
    List<String> areas,
    List<String> groups,
    List<String> notAreas,
    List<String> notGroups,
    @Nullable Takeover takeover) {

  /**
   * With its approval another schedule loses plays to it.
   *
   * @param left what the other keeps
   * @param since its own first moment
   */
  public record Takeover(UUID original, Cuts.Cut left, Instant since) {}
}
