package firstline.rumour.match;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Cuts a folded text into the pieces of BERT's vocabulary: ideographs and punctuation stand alone,
 * other words are taken apart from the left, the longest known piece first (Devlin et al. 2019).
 */
final class WordPiece {
  private static final int UNKNOWN = 100;
  private static final int START = 101;
  private static final int END = 102;
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> vocabulary = new HashMap<>();

  /** Reads {@code model.vocab} of a tokenizer's JSON. */
  WordPiece(InputStream tokenizer) {
    try (var reader = Json.createReader(tokenizer)) {
      reader
          .readObject()
          .getJsonObject("model")
          .getJsonObject("vocab")
          .forEach((piece, id) -> vocabulary.put(piece, ((JsonNumber) id).intValue()));
    }
  }

  /** Ids of the pieces between START and END, at most {@code most} with both. */
  long[] ids(String folded, int most) {
    var ids = new long[most];
    ids[0] = START;
    var count = 1;
    var at = 0;
    while (at < folded.length() && count < most - 1) {
      var letter = folded.codePointAt(at);
      var next = at + Character.charCount(letter);
      if (alone(letter)) {
        ids[count++] = vocabulary.getOrDefault(folded.substring(at, next), UNKNOWN);
      } else if (!blank(letter)) {
        while (next < folded.length() && inWord(folded.codePointAt(next))) {
          next += Character.charCount(folded.codePointAt(next));
        }
        count = word(folded.substring(at, next), ids, count);
      }
      at = next;
    }
    ids[count++] = END;
    return java.util.Arrays.copyOf(ids, count);
  }

  /** Writes the pieces of a word from {@code from} on, as many as there is room for. */
  private int word(String word, long[] ids, int from) {
    var pieces = word.length() > LONGEST_WORD ? null : pieces(word);
    if (pieces == null) {
      ids[from] = UNKNOWN;
      return from + 1;
    }
    var count = Math.min(pieces.length, ids.length - 1 - from);
    System.arraycopy(pieces, 0, ids, from, count);
    return from + count;
  }

  private long @org.jspecify.annotations.Nullable [] pieces(String word) {
    var pieces = new long[word.length()];
    var count = 0;
    var start = 0;
    while (start < word.length()) {
      var end = word.length();
      Integer id = null;
      while (end > start && id == null) {
        id = vocabulary.get((start > 0 ? "##" : "") + word.substring(start, end));
        end = id == null ? end - 1 : end;
      }
      if (id == null) {
        return null;
      }
      pieces[count++] = id;
      start = end;
    }
    return java.util.Arrays.copyOf(pieces, count);
  }

  private static boolean inWord(int letter) {
    return !blank(letter) && !alone(letter);
  }

  private static boolean blank(int letter) {
    return Character.isWhitespace(letter)
        || Character.isISOControl(letter)
        || Character.getType(letter) == Character.SPACE_SEPARATOR;
  }

  private static boolean alone(int letter) {
    return Character.isIdeographic(letter)
        || letter < 128 && letter > ' ' && !Character.isLetterOrDigit(letter)
        || switch (Character.getType(letter)) {
          case Character.CONNECTOR_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION ->
              true;
          default -> false;
        };
  }
}
