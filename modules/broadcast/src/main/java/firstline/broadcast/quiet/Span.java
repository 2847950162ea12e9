package firstline.broadcast.quiet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time.
 *
 * @param from Unix milliseconds
 * @param until Unix milliseconds, excluded
 */
public record Span(long from, long until) {
  /** True if the two have an instant in common. */
  public boolean meets(long otherFrom, long otherUntil) {
    return from < otherUntil && otherFrom < until;
  }

  /** The same time in as few spans as it takes, in their order. */
  public static List<Span> merged(List<Span> spans) {
    var merged = new ArrayList<Span>();
    for (var span : spans.stream().sorted(Comparator.comparingLong(Span::from)).toList()) {
      var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && span.from() <= last.until()) {
        merged.set(merged.size() - 1, new Span(last.from(), Math.max(last.until(), span.until())));
      } else {
        merged.add(span);
      }
    }
    return List.copyOf(merged);
  }

  /** True if any of the spans, which are merged, meets the time. */
  public static boolean anyMeets(List<Span> merged, long from, long until) {
    // The last that begins before the end: those before it end earlier.
    var low = 0;
    var high = merged.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (merged.get(middle).from() < until) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && merged.get(low - 1).meets(from, until);
  }
}
