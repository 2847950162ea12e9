package firstline.publicity.inspect;

import firstline.persistence.refusal.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A file that is two things at once, as its reader pleases: a picture to whoever checks it, a page
 * with a script or an archive to whoever opens it.
 */
final class Polyglot {
  /** Where readers of PDF look for its head, and browsers for the type of a page. */
  private static final int HEAD = 1_024;

  /** An archive's end lies at most so far from the end of the file (APPNOTE 4.3.16). */
  private static final int TAIL = 22 + 65_535;

  private static final int BLOCK = 1 << 20;
  private static final List<String> PAGES =
      List.of("<script", "<html", "<!doctype html", "<svg", "<iframe", "<?php");

  private Polyglot() {}

  /**
   * Refuses it.
   *
   * @throws Refusal {@code upload.polyglot} with what else it is
   */
  static void refuse(Path path, String type) throws IOException {
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      var pdf = type.equals("application/pdf");
      var head = text(file, 0, HEAD);
      if (pdf ? !head.startsWith("%PDF-") : head.contains("%PDF-")) {
        throw new Refusal("upload.polyglot", "PDF");
      }
      var archive = type.equals("application/zip") || type.startsWith("application/vnd.o");
      if (!archive && !type.equals("application/x-tika-ooxml") && archived(file)) {
        throw new Refusal("upload.polyglot", "ZIP");
      }
      if (type.startsWith("image/") ? page(file) : !type.startsWith("text/") && paged(head)) {
        throw new Refusal("upload.polyglot", "HTML");
      }
    }
  }

  private static boolean archived(RandomAccessFile file) throws IOException {
    var from = Math.max(0, file.length() - TAIL);
    var tail = text(file, from, TAIL);
    for (var at = tail.lastIndexOf("PK\5\6"); at >= 0; at = tail.lastIndexOf("PK\5\6", at - 1)) {
      if (at + 22 <= tail.length()
          && at + 22 + (tail.charAt(at + 20) | tail.charAt(at + 21) << 8) <= tail.length()) {
        return true;
      }
    }
    return false;
  }

  /** A picture's packed pixels hold none of these words but by a chance of one in 10^10. */
  private static boolean page(RandomAccessFile file) throws IOException {
    for (var at = 0L; at < file.length(); at += BLOCK) {
      // Blocks overlap by the longest word.
      if (paged(text(file, at, BLOCK + 16))) {
        return true;
      }
    }
    return false;
  }

  private static boolean paged(String text) {
    // Only where there is a bracket is there a word to be compared.
    var small = text.indexOf('<') < 0 ? "" : text.toLowerCase(Locale.ROOT);
    return PAGES.stream().anyMatch(small::contains);
  }

  private static String text(RandomAccessFile file, long from, int most) throws IOException {
    var bytes = new byte[(int) Math.min(most, Math.max(0, file.length() - from))];
    file.seek(from);
    file.readFully(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
