package firstline.persistence.file;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The bytes of a file that a reader asks for (RFC 9110, section 14). One range only: whoever asks
 * for several gets the whole file, as the RFC allows.
 *
 * @param from first byte, from 0
 * @param to last byte, included
 */
record ByteRange(long from, long to) {
  private static final Pattern ONE = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

  /** There is no byte in the range. */
  static final class Unsatisfiable extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Reads the header; empty if it asks for the whole file or is no single range of bytes.
   *
   * @throws Unsatisfiable if the file has none of the bytes
   */
  static Optional<ByteRange> of(String header, long size) throws Unsatisfiable {
    var range = ONE.matcher(header);
    if (!range.matches()) {
      return Optional.empty();
    }
    var first = range.group(1);
    var last = range.group(2);
    if (first.isEmpty() && last.isEmpty()) {
      return Optional.empty();
    }
    if (first.isEmpty()) {
      var length = Math.min(Long.parseLong(last), size);
      if (length == 0) {
        throw new Unsatisfiable();
      }
      return Optional.of(new ByteRange(size - length, size - 1));
    }
    var from = Long.parseLong(first);
    var to = last.isEmpty() ? size - 1 : Long.parseLong(last);
    if (to < from && !last.isEmpty()) {
      return Optional.empty();
    }
    if (from >= size) {
      throw new Unsatisfiable();
    }
    return Optional.of(new ByteRange(from, Math.min(to, size - 1)));
  }

  long length() {
    return to - from + 1;
  }
}
