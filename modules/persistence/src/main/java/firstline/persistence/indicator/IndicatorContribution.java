package firstline.persistence.indicator;

import java.util.List;

/**
 * A module names the figures that it counts, so that a text can name them and somebody can follow
 * them. Words: {@code indicator.<key>}. A figure of what there is, such as speakers in use, counts
 * what came less what went, so that its total is what there is.
 */
public interface IndicatorContribution {
  /**
   * A figure.
   *
   * @param rows address of the list that it is counted from; empty if there is none
   * @param standing true if it counts what there is: its total up to a day says something, its sum
   *     over some days only what came and went
   */
  record Indicator(String key, String rows, boolean standing) {
    /** A figure of what happened. */
    public Indicator(String key, String rows) {
      this(key, rows, false);
    }
  }

  List<Indicator> indicators();
}
