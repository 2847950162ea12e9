package firstline.broadcast.conflict;

import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * Some of the places, by their numbers in the order of paths: since an area with all below it is
 * one run there, few numbers say much.
 *
 * @param ends beginnings and ends (excluded) of the runs, ascending
 */
@SuppressWarnings("ArrayRecordComponent")
record Runs(int[] ends) {
  static Runs of(BitSet places) {
    var ends = new int[2];
    var count = 0;
    for (var from = places.nextSetBit(0); from >= 0; ) {
      var until = places.nextClearBit(from);
      if (count == ends.length) {
        ends = java.util.Arrays.copyOf(ends, 2 * count);
      }
      ends[count++] = from;
      ends[count++] = until;
      from = places.nextSetBit(until);
    }
    return new Runs(java.util.Arrays.copyOf(ends, count));
  }

  boolean isEmpty() {
    return ends.length == 0;
  }

  /** True if the two have a place in common. */
  boolean meets(Runs other) {
    var mine = 0;
    var theirs = 0;
    while (mine < ends.length && theirs < other.ends.length) {
      if (ends[mine + 1] <= other.ends[theirs]) {
        mine += 2;
      } else if (other.ends[theirs + 1] <= ends[mine]) {
        theirs += 2;
      } else {
        return true;
      }
    }
    return false;
  }

  void each(IntConsumer place) {
    for (var run = 0; run < ends.length; run += 2) {
      for (var i = ends[run]; i < ends[run + 1]; i++) {
        place.accept(i);
      }
    }
  }
}
