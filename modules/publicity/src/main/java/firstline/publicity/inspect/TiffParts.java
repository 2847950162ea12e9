package firstline.publicity.inspect;

import firstline.persistence.refusal.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Set;

/**
 * The directories of a TIFF file (TIFF 6.0, section 2). What tells of its making is blanked where
 * it lies and its entry taken out; nothing else moves.
 */
final class TiffParts {
  /**
   * Description, make, model, software, time, artist, host, XMP, Photoshop, IPTC, copyright's
   * owner, EXIF and GPS directories, maker's and private data of cameras.
   */
  private static final Set<Integer> TELLING =
      Set.of(
          270, 271, 272, 285, 305, 306, 315, 316, 700, 33432, 33723, 34377, 34665, 34853, 37724,
          40965, 50341, 50740, 50831);

  private static final Set<Integer> DIRECTORIES = Set.of(34665, 34853, 40965);
  private static final int[] BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
  private static final int MOST = 4_096;

  private final FileChannel file;
  private final ByteOrder order;
  private int directories;

  private TiffParts(FileChannel file, ByteOrder order) {
    this.file = file;
    this.order = order;
  }

  /**
   * Blanks it in place.
   *
   * @throws Refusal {@code upload.broken-off} if its directories lead nowhere, or it is a BigTIFF
   */
  static void blank(Path path) throws IOException {
    try (var file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var head = ByteBuffer.allocate(8);
      if (file.read(head, 0) < 8) {
        throw new Refusal("upload.broken-off");
      }
      var order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
      head.order(order);
      if (head.getShort(2) != 42) {
        throw new Refusal("upload.broken-off");
      }
      var parts = new TiffParts(file, order);
      for (var at = unsigned(head.getInt(4)); at != 0; ) {
        at = parts.clean(at);
      }
    }
  }

  /** Cleans the directory of a picture; where the next one lies, 0 at the end. */
  private long clean(long at) throws IOException {
    if (++directories > MOST) {
      throw new Refusal("upload.broken-off");
    }
    var entries = entries(at);
    var next = read(at + 2 + entries.capacity(), 4).getInt(0);
    var kept = new ArrayList<byte[]>();
    for (var i = 0; i < entries.capacity(); i += 12) {
      if (TELLING.contains(tag(entries, i))) {
        erase(entries, i);
      } else {
        var entry = new byte[12];
        entries.get(i, entry);
        kept.add(entry);
      }
    }
    // The rest moves up; what is left behind the new end is blank.
    var cleaned = ByteBuffer.allocate(entries.capacity() + 6).order(order);
    cleaned.putShort((short) kept.size());
    kept.forEach(cleaned::put);
    cleaned.putInt(next);
    write(at, cleaned.rewind());
    return unsigned(next);
  }

  /** Blanks a value that lies elsewhere, and a whole directory with its values. */
  private void erase(ByteBuffer entries, int entry) throws IOException {
    var value = unsigned(entries.getInt(entry + 8));
    if (DIRECTORIES.contains(tag(entries, entry))) {
      var inner = entries(value);
      for (var i = 0; i < inner.capacity(); i += 12) {
        if (!DIRECTORIES.contains(tag(inner, i))) {
          erase(inner, i);
        }
      }
      zero(value, inner.capacity() + 6L);
      return;
    }
    var type = Short.toUnsignedInt(entries.getShort(entry + 2));
    var bytes = type < BYTES.length ? BYTES[type] * unsigned(entries.getInt(entry + 4)) : 0;
    if (bytes > 4) {
      zero(value, bytes);
    }
  }

  private ByteBuffer entries(long at) throws IOException {
    return read(at + 2, 12 * Short.toUnsignedInt(read(at, 2).getShort(0)));
  }

  private static int tag(ByteBuffer entries, int entry) {
    return Short.toUnsignedInt(entries.getShort(entry));
  }

  private static long unsigned(int value) {
    return Integer.toUnsignedLong(value);
  }

  private ByteBuffer read(long at, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length).order(order);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, at + bytes.position()) < 0) {
        throw new Refusal("upload.broken-off");
      }
    }
    return bytes;
  }

  private void zero(long at, long length) throws IOException {
    if (at < 8 || length > file.size() - at) {
      throw new Refusal("upload.broken-off");
    }
    var zeros = new byte[1 << 14];
    for (var done = 0L; done < length; done += zeros.length) {
      write(at + done, ByteBuffer.wrap(zeros, 0, (int) Math.min(zeros.length, length - done)));
    }
  }

  private void write(long at, ByteBuffer bytes) throws IOException {
    var place = at;
    while (bytes.hasRemaining()) {
      place += file.write(bytes, place);
    }
  }
}
