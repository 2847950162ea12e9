package firstline.persistence.tabular;

import java.util.Map;

/**
 * One line of a table.
 *
 * @param number as an editor counts, the header being line 1
 * @param values by the column's name, stripped; absent columns are empty
 */
public record Line(int number, Map<String, String> values) {
  public String value(String column) {
    return values.getOrDefault(column, "");
  }

  /** This line is not taken over because of the column. */
  public LineReport.Rejection reject(String column, String code) {
    return new LineReport.Rejection(number, column, code, value(column));
  }
}
