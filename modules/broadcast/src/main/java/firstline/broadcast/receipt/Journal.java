package firstline.broadcast.receipt;

import firstline.persistence.digest.Sha256;
import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far a journal has been taken over.
 *
 * @param acknowledged sequence of the last entry that was; 0 before the first
 * @param head its hash; 32 zero bytes before the first
 */
public record Journal(long acknowledged, byte[] head) {
  /** Why no more of a batch could be taken over. */
  public enum Break {
    NONE,
    /** An entry before it is missing. */
    GAP,
    /** An entry does not continue the one before. */
    CHAIN
  }

  /** The journal after a batch, and what of the batch is new. */
  public record Taken(Journal journal, List<Entry> entries, Break why) {}

  /** Bytes of a hash. */
  public static final int HASH = Sha256.LENGTH;

  /** A journal of which nothing is known. */
  public static Journal begun() {
    return new Journal(0, new byte[HASH]);
  }

  /**
   * Takes over what continues the journal; what was taken over before is passed by.
   *
   * @param entries in any order
   */
  @Requirement({"R33.1", "R33.2"})
  public Taken take(List<Entry> entries) {
    var taken = new ArrayList<Entry>();
    var last = acknowledged;
    var hash = head;
    var why = Break.NONE;
    for (var entry : sorted(entries)) {
      if (entry.sequence() <= last) {
        continue;
      }
      if (entry.sequence() != last + 1) {
        why = Break.GAP;
        break;
      }
      if (!Arrays.equals(entry.hash(), after(hash, entry))) {
        why = Break.CHAIN;
        break;
      }
      taken.add(entry);
      last = entry.sequence();
      hash = entry.hash();
    }
    return new Taken(new Journal(last, hash), List.copyOf(taken), why);
  }

  private static List<Entry> sorted(List<Entry> entries) {
    return entries.stream().sorted(java.util.Comparator.comparingLong(Entry::sequence)).toList();
  }

  /** Hash of an entry after another: SHA-256 over the hash before and its canonical bytes. */
  public static byte[] after(byte[] before, Entry entry) {
    var digest = Sha256.begun();
    digest.update(before);
    return digest.digest(entry.signed());
  }
}
