package firstline.broadcast.programme;

import firstline.broadcast.quiet.QuietTree;
import firstline.broadcast.quiet.Span;
import firstline.broadcast.signature.Canonical;
import firstline.persistence.requirement.Requirement;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The quiet windows of each place as they travel: written once for all below the same area. */
final class Peace {
  private static final long MINUTE = 60_000;

  private final QuietTree tree;
  private final Map<String, Canonical.Written> written = new ConcurrentHashMap<>();

  Peace(QuietTree tree) {
    this.tree = tree;
  }

  QuietTree tree() {
    return tree;
  }

  /** The windows of the place (PROTOCOL.md, 2). */
  @Requirement("R32.9")
  Canonical.Written quiet(Planned.Place place) {
    return written.computeIfAbsent(tree.nearest(place.path()), area -> write(tree.at(area)));
  }

  private static Canonical.Written write(List<Span> spans) {
    return Canonical.Written.of(
        spans.stream().map(span -> Map.of("from", span.from(), "until", span.until())).toList());
  }

  /**
   * Those of the plays that the place is not to hear, since its minutes of the day are used up.
   *
   * @param settled those that were settled so; what has begun by now stays as it was
   */
  Set<Long> over(Planned.Place place, List<Plays> reaching, Set<Long> settled, long now) {
    var budget = tree.budget(place.path());
    return Ration.over(
        reaching,
        budget.isPresent() ? OptionalLong.of(budget.getAsInt() * MINUTE) : OptionalLong.empty(),
        tree.at(place.path()),
        settled,
        now);
  }
}
