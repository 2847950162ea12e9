package firstline.persistence.audit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Verifies a chain of rows, read in the order of their sequence. A row that was changed, dropped,
 * swapped or inserted breaks it at that place; a chain that was hashed anew from some row on, or
 * cut off at its end, fits itself and is found against the anchors.
 */
public final class AuditChain {
  /**
   * What verification found.
   *
   * @param rows how many rows were read
   * @param brokenAt sequence of the first row that does not fit, or the line of the anchor file; 0
   *     if all do
   * @param why {@code whole}, {@code changed}, {@code missing}, {@code not-linked}, {@code anchor},
   *     {@code truncated}, {@code anchor-file}; words: {@code audit.verdict.<why>}
   */
  public record Verdict(long rows, long brokenAt, String why) {
    public boolean whole() {
      return brokenAt == 0;
    }
  }

  private final Map<Long, String> anchors = new HashMap<>();
  private final long anchoredUpTo;
  private long rows;
  private byte[] previous = AuditRow.ZERO;
  private Verdict broken = new Verdict(0, 0, "whole");

  AuditChain(List<Anchor> anchors) {
    for (var anchor : anchors) {
      this.anchors.put(anchor.sequence(), anchor.hash());
    }
    this.anchoredUpTo = anchors.stream().mapToLong(Anchor::sequence).max().orElse(0);
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
      return new Verdict(rows, rows + 1, "truncated");
    }
    return new Verdict(rows, broken.brokenAt(), broken.why());
  }
}
