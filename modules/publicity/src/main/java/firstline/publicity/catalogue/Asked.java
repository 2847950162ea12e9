package firstline.publicity.catalogue;

import firstline.persistence.screen.Screen;
import firstline.persistence.text.PlainText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What somebody looks for.
 *
 * @param q words, empty for everything
 * @param chosen of each facet the values of which one must hold; facets without a choice are absent
 */
public record Asked(String q, Map<Facet, Set<String>> chosen) {
  public static final Asked EVERYTHING = new Asked("", Map.of());

  private static final int LONGEST = 200;
  private static final int VALUE = 60;
  private static final int VALUES = 40;

  public Asked {
    q = PlainText.start(PlainText.line(q), LONGEST);
    var clean = new EnumMap<Facet, Set<String>>(Facet.class);
    chosen.forEach(
        (facet, values) -> {
          if (!values.isEmpty()) {
            clean.put(facet, Set.copyOf(values));
          }
        });
    chosen = Map.copyOf(clean);
  }

  /** As it stands in an address; what no facet can be is left out. */
  public static Asked read(String q, Function<String, List<String>> parameters) {
    var chosen = new EnumMap<Facet, Set<String>>(Facet.class);
    for (var facet : Facet.values()) {
      var values = new TreeSet<String>();
      for (var value : parameters.apply(facet.parameter())) {
        if (!value.isBlank() && value.length() <= VALUE && values.size() < VALUES) {
          values.add(value.strip());
        }
      }
      chosen.put(facet, values);
    }
    return new Asked(q, chosen);
  }

  public Set<String> of(Facet facet) {
    return chosen.getOrDefault(facet, Set.of());
  }

  public boolean isEverything() {
    return q.isEmpty() && chosen.isEmpty();
  }

  /** The same with the value chosen, or not any more. */
  Asked toggled(Facet facet, String value) {
    var values = new TreeSet<>(of(facet));
    if (!values.remove(value)) {
      values.add(value);
    }
    var changed = new EnumMap<Facet, Set<String>>(Facet.class);
    changed.putAll(chosen);
    changed.put(facet, values);
    return new Asked(q, changed);
  }

  /** Its part of an address, without a question mark; empty for everything. */
  public String query() {
    var address = new StringBuilder();
    if (!q.isEmpty()) {
      address.append("q=").append(Screen.encode(q));
    }
    for (var facet : Facet.values()) {
      for (var value : new TreeSet<>(of(facet))) {
        address
            .append(address.isEmpty() ? "" : "&")
            .append(facet.parameter())
            .append('=')
            .append(Screen.encode(value));
      }
    }
    return address.toString();
  }
}
