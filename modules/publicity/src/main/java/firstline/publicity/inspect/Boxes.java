package firstline.publicity.inspect;

import firstline.persistence.refusal.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The boxes of an MP4 or QuickTime file (ISO/IEC 14496-12, 4.2). */
final class Boxes {
  /**
   * One box.
   *
   * @param at of its first byte in the file
   * @param body of its first byte behind the head
   * @param end of the first byte behind it
   */
  record Box(String type, long at, long body, long end) {}

  private static final int MOST = 10_000;

  private Boxes() {}

  /**
   * The boxes between two places.
   *
   * @throws Refusal {@code upload.broken-off} if one runs beyond the end
   */
  static List<Box> between(FileChannel file, long from, long to) throws IOException {
    var boxes = new ArrayList<Box>();
    var at = from;
    while (at < to && boxes.size() < MOST) {
      if (to - at < 8) {
        throw new Refusal("upload.broken-off");
      }
      var head = read(file, at, (int) Math.min(16, to - at));
      var size = Integer.toUnsignedLong(head.getInt(0));
      var body = at + 8;
      if (size == 1 && head.limit() == 16) {
        size = head.getLong(8);
        body = at + 16;
      } else if (size == 0) {
        size = to - at;
      }
      if (size < body - at || size > to - at) {
        throw new Refusal("upload.broken-off");
      }
      var type = new String(head.array(), 4, 4, StandardCharsets.ISO_8859_1);
      boxes.add(new Box(type, at, body, at + size));
      at += size;
    }
    return boxes;
  }

  /** Refuses a film whose end is missing: it has its index and all of its data, or is none. */
  static void whole(Path path) throws IOException {
    try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
      var boxes = between(file, 0, file.size());
      for (var needed : List.of("moov", "mdat")) {
        if (boxes.stream().noneMatch(box -> box.type().equals(needed))) {
          throw new Refusal("upload.broken-off");
        }
      }
    }
  }

  /**
   * Blanks what tells where and by whom it was taken, in place; true if there was any. A box that
   * is called {@code free} is skipped by every player, and nothing behind it moves.
   */
  static boolean blank(Path path) throws IOException {
    var blanked = false;
    try (var file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      for (var box : between(file, 0, file.size())) {
        if (box.type().equals("moov")) {
          blanked |= blank(file, box);
        } else if (box.type().equals("meta") || box.type().equals("uuid")) {
          free(file, box);
          blanked = true;
        }
      }
    }
    return blanked;
  }

  private static boolean blank(FileChannel file, Box parent) throws IOException {
    var blanked = false;
    for (var box : between(file, parent.body(), parent.end())) {
      switch (box.type()) {
        case "udta", "meta", "uuid" -> {
          free(file, box);
          blanked = true;
        }
        case "trak" -> blanked |= blank(file, box);
        default -> {
          // Pictures, sounds and their index.
        }
      }
    }
    return blanked;
  }

  private static void free(FileChannel file, Box box) throws IOException {
    write(file, box.at() + 4, ByteBuffer.wrap("free".getBytes(StandardCharsets.US_ASCII)));
    var zeros = new byte[1 << 16];
    for (var at = box.body(); at < box.end(); at += zeros.length) {
      write(file, at, ByteBuffer.wrap(zeros, 0, (int) Math.min(zeros.length, box.end() - at)));
    }
  }

  private static void write(FileChannel file, long at, ByteBuffer bytes) throws IOException {
    var place = at;
    while (bytes.hasRemaining()) {
      place += file.write(bytes, place);
    }
  }

  private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
      // Until it is full.
    }
    return bytes.flip();
  }
}
