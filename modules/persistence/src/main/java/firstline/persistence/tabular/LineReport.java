package firstline.persistence.tabular;

import java.util.List;

/**
 * What became of a table's lines: every line is either accepted or named here with its reason.
 *
 * @param accepted lines taken over
 * @param rejected lines not taken over, in the order of the file
 */
public record LineReport(int accepted, List<Rejection> rejected) {
  /**
   * @param line as an editor counts, the header being line 1
   * @param column name of the column, empty for the whole line
   * @param code words: {@code import.<code>}
   * @param value what stands there, at most 60 characters
   */
  public record Rejection(int line, String column, String code, String value) {
    public Rejection {
      value = value.length() > 60 ? value.substring(0, 60) : value;
    }
  }

  public LineReport {
    rejected = List.copyOf(rejected);
  }
}
