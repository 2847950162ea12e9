package firstline.persistence.file;

import java.text.Normalizer;

/** The client's name of a file, cleaned so that it is a label and nothing else. */
final class FileName {
  static final int LONGEST = 200;

  private FileName() {}

  /**
   * The last part of the path, without characters that control, hide, turn the writing around or
   * mean something to a file system; at most {@link #LONGEST} characters; {@code file} if nothing
   * is left.
   */
  static String clean(String told) {
    var last = told.substring(Math.max(told.lastIndexOf('/'), told.lastIndexOf('\\')) + 1);
    var label = new StringBuilder();
    last.codePoints()
        .filter(FileName::shown)
        .map(point -> "<>:\"|?*".indexOf(point) >= 0 ? '_' : point)
        .forEach(label::appendCodePoint);
    // A leading dot hides the file or names a folder; a trailing one is dropped by some systems.
    var trimmed =
        Normalizer.normalize(label, Normalizer.Form.NFC).replaceAll("^[.\\s]+|[.\\s]+$", "");
    var points = trimmed.codePointCount(0, trimmed.length());
    if (points > LONGEST) {
      trimmed = shortened(trimmed);
    }
    return trimmed.isEmpty() ? "file" : trimmed;
  }

  /** Keeps a short ending, by which people know what it is. */
  private static String shortened(String name) {
    var dot = name.lastIndexOf('.');
    var ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
    var left = LONGEST - ending.codePointCount(0, ending.length());
    return name.substring(0, name.offsetByCodePoints(0, left)).replaceAll("[.\\s]+$", "") + ending;
  }

  private static boolean shown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
