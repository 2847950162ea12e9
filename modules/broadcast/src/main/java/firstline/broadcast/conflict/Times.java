package firstline.broadcast.conflict;

import firstline.broadcast.quiet.Span;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something sounds: ascending starts and one length. Schedules with the same rule share one.
 *
 * @param starts Unix seconds after the base of the index
 * @param whole milliseconds
 */
@SuppressWarnings("ArrayRecordComponent")
record Times(int[] starts, long whole) {
  private static final int DAY = 1_440;

  /** Proposals are of whole steps, minutes. */
  private static final int STEP = 5;

  /**
   * That two sound at once.
   *
   * @param first seconds after the base, of the first play that is not alone
   * @param count of plays that are not alone
   */
  record Meeting(int first, int count) {
    static final Meeting NONE = new Meeting(-1, 0);
  }

  /** Names times by what they are: a record's array is known by its place in memory. */
  static final class Same {
    private final Times times;
    private final int hash;

    Same(Times times) {
      this.times = times;
      this.hash = 31 * Arrays.hashCode(times.starts) + Long.hashCode(times.whole);
    }

    Times times() {
      return times;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Same that
          && times.whole == that.times.whole
          && Arrays.equals(times.starts, that.times.starts);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  long from(int play) {
    return starts[play] * 1_000L;
  }

  long until(int play) {
    return from(play) + whole;
  }

  /** Which of these plays have an instant in common with one of the others. */
  Meeting meeting(Times other) {
    var first = -1;
    var count = 0;
    var next = 0;
    for (var play = 0; play < starts.length; play++) {
      // Plays of one length that begin in order end in order.
      while (next < other.starts.length && other.until(next) <= from(play)) {
        next++;
      }
      if (next < other.starts.length && other.from(next) < until(play)) {
        first = first < 0 ? starts[play] : first;
        count++;
      }
    }
    return count == 0 ? Meeting.NONE : new Meeting(first, count);
  }

  /**
   * The same with windows.
   *
   * @param windows in milliseconds after the base, merged
   */
  Meeting meeting(List<Span> windows) {
    var first = -1;
    var count = 0;
    for (var play = 0; play < starts.length; play++) {
      if (Span.anyMeets(windows, from(play), until(play))) {
        first = first < 0 ? starts[play] : first;
        count++;
      }
    }
    return count == 0 ? Meeting.NONE : new Meeting(first, count);
  }

  /** Marks the minutes in which it sounds, in part or as a whole. */
  void mark(BitSet minutes) {
    for (var play = 0; play < starts.length; play++) {
      mark(minutes, from(play), until(play));
    }
  }

  static void mark(BitSet minutes, long from, long until) {
    var first = (int) Math.floorDiv(from, 60_000L);
    var end = (int) Math.floorDiv(until + 59_999L, 60_000L);
    minutes.set(Math.max(0, first), Math.max(0, Math.max(first + 1, end)));
  }

  /** By how many minutes they are nearest free within their days; null if nowhere. */
  @Nullable Integer nearestFree(BitSet taken) {
    var ofDay = Arrays.stream(starts).map(start -> Math.floorMod(start, 60 * DAY) / 60).toArray();
    var earliest = Arrays.stream(ofDay).min().orElse(0);
    var latest = Arrays.stream(ofDay).max().orElse(0);
    for (var shift = STEP; shift < DAY; shift += STEP) {
      if (latest + shift < DAY && isFree(taken, shift)) {
        return shift;
      }
      if (earliest - shift >= 0 && isFree(taken, -shift)) {
        return -shift;
      }
    }
    return null;
  }

  /** True if the same plays, so many minutes later (or earlier), take none that is taken. */
  private boolean isFree(BitSet taken, int minutes) {
    for (var play = 0; play < starts.length; play++) {
      var first = (int) Math.floorDiv(from(play), 60_000L) + minutes;
      var end = (int) Math.floorDiv(until(play) + 59_999L, 60_000L) + minutes;
      var hit = taken.nextSetBit(Math.max(0, first));
      if (hit >= 0 && hit < end) {
        return false;
      }
    }
    return true;
  }
}
