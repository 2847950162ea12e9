package firstline.market.surge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A detector fired.
 *
 * @param evidence the figures it fired on, in the order they are read; prices in yuan a unit of the
 *     goods, shares as fractions, markups in per cent. Words: {@code surge.evidence.<name>}
 */
public record Signal(Rung rung, Level level, Map<String, Double> evidence) {
  public Signal {
    evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
  }

  /** Figures by name, in order: name, value, name, value. */
  static Map<String, Double> figures(Object... namesAndValues) {
    var figures = new LinkedHashMap<String, Double>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      figures.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
    }
    return figures;
  }
}
