package firstline.market.draw;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The draw: group by group in the order of their names, the share of those who may be drawn,
 * rounded up, by the first steps of a Fisher–Yates shuffle over ids in order; then for each one
 * drawn, in the order drawn, a pair by the first two steps of one over the officers who may go
 * there. All numbers come from one {@link SplitMix64} that starts with the seed.
 */
public final class DoubleRandomDraw {
  /** Name and version; whatever changes a draw changes it. */
  public static final String ALGORITHM = "splitmix64-fisher-yates-1";

  private static final int PAIR = 2;
  private static final int WHOLE = 100;

  /** An operator and who goes there. */
  public record Pick(UUID operator, UUID first, UUID second) {}

  private DoubleRandomDraw() {}

  /**
   * Draws.
   *
   * @throws Refusal {@code draw.nobody} if no operator is in a group with a share; {@code
   *     draw.pair} with the operator's id if fewer than two officers may go there
   */
  @Requirement({"R90.1", "R90.2", "R90.3"})
  public static List<Pick> draw(long seed, DrawList list) {
    var chance = new SplitMix64(seed);
    var drawn = new ArrayList<String>();
    list.shares()
        .forEach(
            (group, share) -> {
              var candidates = list.candidates(group);
              drawn.addAll(some(candidates, part(candidates.size(), share), chance));
            });
    if (drawn.isEmpty()) {
      throw new Refusal("draw.nobody");
    }
    var picks = new ArrayList<Pick>();
    for (var operator : drawn) {
      var free = list.free(operator);
      if (free.size() < PAIR) {
        throw new Refusal("draw.pair", operator);
      }
      var pair = some(free, PAIR, chance);
      picks.add(new Pick(id(operator), id(pair.get(0)), id(pair.get(1))));
    }
    return picks;
  }

  /** So many per cent, rounded up: a group with a share is not passed over. */
  static int part(int size, int percent) {
    return (int) (((long) size * percent + WHOLE - 1) / WHOLE);
  }

  private static List<String> some(List<String> from, int count, SplitMix64 chance) {
    var order = new ArrayList<>(from);
    for (var place = 0; place < count; place++) {
      var other = place + chance.below(order.size() - place);
      var kept = order.get(place);
      order.set(place, order.get(other));
      order.set(other, kept);
    }
    return order.subList(0, count);
  }

  private static UUID id(String text) {
    return UUID.fromString(text);
  }
}
