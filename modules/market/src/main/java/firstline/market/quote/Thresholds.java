package firstline.market.quote;

import firstline.market.surge.DailySurge;
import firstline.persistence.database.Sql;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** From when on series fire, by area: the nearest area above decides; without one the standard. */
record Thresholds(Map<String, DailySurge.Settings> byPath) {
  Thresholds {
    byPath = Map.copyOf(byPath);
  }

  /** Those that hold. */
  static Thresholds live(Sql sql) {
    var live = new HashMap<String, DailySurge.Settings>();
    sql.list(
        """
        select distinct on (t.area_code) a.path, t.least, t.most, t.scales
        from price_threshold t join area a on a.code = t.area_code
        order by t.area_code, t.no desc
        """,
        row ->
            live.put(
                row.text(1), DailySurge.Settings.ofPercent(row.real(2), row.real(3), row.real(4))));
    return new Thresholds(live);
  }

  /** The same with others for an area. */
  Thresholds with(String path, DailySurge.Settings settings) {
    var changed = new HashMap<>(byPath);
    changed.put(path, settings);
    return new Thresholds(changed);
  }

  /** Those of the place with this path. */
  DailySurge.Settings at(String path) {
    return byPath.keySet().stream()
        .filter(path::startsWith)
        .max(Comparator.comparingInt(String::length))
        .map(byPath::get)
        .orElse(DailySurge.Settings.STANDARD);
  }
}
