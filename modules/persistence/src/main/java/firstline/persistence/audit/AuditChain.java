package firstline.persistence.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Verifies a chain of rows, read in the order of their sequence. A row that was changed, dropped,
 * swapped or inserted breaks it at that place; a chain that was hashed anew from some row on, or
 * cut off at its end, fits itself and is found against the anchors. What was past its time and cut
 * off from the beginning leaves the hash with which the chain goes on; an anchor tells if it was
 * not.
 */
public final class AuditChain {
  /**
   * What verification found.
   *
   * @param rows how many rows were read
   * @param brokenAt sequence of the first row that does not fit, or the line of the anchor file; 0
   *     if all do
   * @param why {@code whole}, {@code changed}, {@code missing}, {@code not-linked}, {@code anchor},
   *     {@code truncated}, {@code anchor-file}, {@code cut}; words: {@code audit.verdict.<why>}
   */
  public record Verdict(long rows, long brokenAt, String why) {
    public boolean whole() {
      return brokenAt == 0;
    }
  }

  private final Map<Long, String> anchors = new HashMap<>();
  private final long anchoredUpTo;
  private final long cut;
  private long rows;
  private byte[] previous;
  private Verdict broken = new Verdict(0, 0, "whole");

  /**
   * Where the chain begins, after rows that were past their time.
   *
   * @param through sequence of the last row that is gone; 0 if none is
   * @param hash its hash
   * @param youngest no row since this instant may be gone
   */
  record Cut(long through, byte[] hash, Instant youngest) {
    static final Cut NONE = new Cut(0, AuditRow.ZERO, Instant.EPOCH);

    @Override
    public boolean equals(Object other) {
      return other instanceof Cut one && one.through == through && Arrays.equals(one.hash, hash);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(through);
    }
  }

  AuditChain(List<Anchor> anchors) {
    this(anchors, Cut.NONE);
  }

  AuditChain(List<Anchor> anchors, Cut cut) {
    this.cut = cut.through();
    this.rows = cut.through();
    this.previous = cut.hash();
    for (var anchor : anchors) {
      this.anchors.put(anchor.sequence(), anchor.hash());
    }
    this.anchoredUpTo = anchors.stream().mapToLong(Anchor::sequence).max().orElse(0);
    // The row behind an anchor was written after it.
    var early =
        anchors.stream()
            .anyMatch(
                anchor -> anchor.sequence() < cut.through() && anchor.at().isAfter(cut.youngest()));
    var other = this.anchors.get(cut.through());
    if (early || (other != null && !other.equals(HexFormat.of().formatHex(cut.hash())))) {
      broken = new Verdict(0, cut.through(), "cut");
    }
  }

  /** Takes the next row; after the first that does not fit the rest is only counted. */
  void add(AuditRow row) {
    rows++;
    if (!broken.whole()) {
      return;
    }
    var why = fault(row);
    if (!why.isEmpty()) {
      broken = new Verdict(0, why.equals("missing") ? rows : row.sequence(), why);
    }
    previous = row.hash();
  }

  private String fault(AuditRow row) {
    if (row.sequence() != rows) {
      return "missing";
    }
    if (!Arrays.equals(row.previous(), previous)) {
      return "not-linked";
    }
    if (!Arrays.equals(row.hash(), row.computed())) {
      return "changed";
    }
    var anchored = anchors.get(row.sequence());
    return anchored != null && !anchored.equals(HexFormat.of().formatHex(row.hash()))
        ? "anchor"
        : "";
  }

  /** The verdict over all rows that were added. */
  Verdict verdict() {
    if (broken.whole() && anchoredUpTo > rows) {
      return new Verdict(rows - cut, rows + 1, "truncated");
    }
    return new Verdict(rows - cut, broken.brokenAt(), broken.why());
  }
}
