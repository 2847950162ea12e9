package firstline.persistence.export;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The parameters of a list's address, as a page reads them, outside a page. */
public final class Address {
  private record Pair(String name, String value) {}

  private final List<Pair> pairs;

  private Address(List<Pair> pairs) {
    this.pairs = pairs;
  }

  /** Reads what stands behind the question mark; what is no address has no parameters. */
  public static Address of(String query) {
    return new Address(
        Arrays.stream(query.split("&"))
            .filter(part -> part.contains("="))
            .map(Address::pair)
            .toList());
  }

  private static Pair pair(String part) {
    var cut = part.indexOf('=');
    return new Pair(part.substring(0, cut), decoded(part.substring(cut + 1)));
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /** A parameter, empty if absent. */
  public String parameter(String name) {
    return parameters(name).stream().findFirst().orElse("");
  }

  /** Code of the area that is asked for; empty if none is. */
  public String area() {
    var area = parameter("area");
    return area.matches("[0-9]{12}") ? area : "";
  }

  /** A parameter if it is the name of one of the values, else empty. */
  public String known(String name, Enum<?>... values) {
    var typed = parameter(name);
    return Arrays.stream(values).anyMatch(one -> one.name().equals(typed)) ? typed : "";
  }

  /** The value that a parameter names, else the other one. */
  public <E extends Enum<E>> E one(String name, E otherwise) {
    return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
        .filter(value -> value.name().equals(parameter(name)))
        .findFirst()
        .orElse(otherwise);
  }

  /** All values of a parameter. */
  public List<String> parameters(String name) {
    return pairs.stream().filter(pair -> pair.name().equals(name)).map(Pair::value).toList();
  }

  /** True if the parameter is there and not empty. */
  public boolean names(String name) {
    return !parameter(name).isEmpty();
  }
}
