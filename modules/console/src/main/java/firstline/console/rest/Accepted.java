package firstline.console.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What a caller's {@code Accept-Language} asks for, of the two languages that there are. */
final class Accepted {
  private record Choice(String tag, double weight) {}

  private Accepted() {}

  /** {@code zh} or {@code en}, whichever weighs more; empty if the header names neither. */
  static Optional<String> language(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    return List.of(header.toLowerCase(Locale.ROOT).split(",", -1)).stream()
        .map(Accepted::choice)
        .filter(choice -> choice.weight() > 0)
        .filter(choice -> choice.tag().startsWith("zh") || choice.tag().startsWith("en"))
        .reduce(BinaryOperator.maxBy(Comparator.comparingDouble(Choice::weight)))
        .map(choice -> choice.tag().substring(0, 2));
  }

  private static Choice choice(String part) {
    var pieces = part.strip().split(";", 2);
    if (pieces.length == 1) {
      return new Choice(pieces[0].strip(), 1);
    }
    var weight = pieces[1].strip();
    return new Choice(
        pieces[0].strip(),
        weight.matches("q=[01](\\.[0-9]{1,3})?") ? Double.parseDouble(weight.substring(2)) : 0);
  }
}
