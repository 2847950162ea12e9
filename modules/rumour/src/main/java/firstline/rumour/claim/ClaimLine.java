package firstline.rumour.claim;

/**
 * A claim as it stands in a table.
 *
 * @param line in the file, from 1
 * @param area 12-digit code, or empty
 */
public record ClaimLine(int line, String text, String seen, String area) {
  private static final int START = 80;

  ClaimLine in(String otherwise) {
    return area.isEmpty() ? new ClaimLine(line, text, seen, otherwise) : this;
  }

  String start() {
    return text.substring(0, Math.min(START, text.length()));
  }
}
