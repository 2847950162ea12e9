package firstline.market.quote;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Series and their earliest changed days, as columns for a statement. */
record Given(String[] points, String[] goods, String[] days) {
  static Given of(Map<Quote.Series, LocalDate> changed) {
    var entries = List.copyOf(changed.entrySet());
    return new Given(
        entries.stream().map(one -> one.getKey().point().toString()).toArray(String[]::new),
        entries.stream().map(one -> one.getKey().goods().toString()).toArray(String[]::new),
        entries.stream().map(one -> one.getValue().toString()).toArray(String[]::new));
  }
}
