package firstline.publicity.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A material as the index takes it in.
 *
 * @param path codes of its area and of those above it, the root first
 * @param state as it is stored
 * @param open true if a version of it is or was public
 * @param openWords what its public versions say
 * @param hiddenWords what the others say
 * @param colour {@code #rrggbb}, or empty
 */
record Filed(
    UUID id,
    String number,
    String kind,
    String topic,
    String campaign,
    List<String> path,
    String state,
    @Nullable LocalDate until,
    boolean open,
    Instant draftedAt,
    List<String> languages,
    List<String> dialects,
    String openWords,
    String hiddenWords,
    String orientation,
    String colour) {
  /** Values of a facet, as they are stored: what depends on the day is not. */
  List<String> values(Facet facet) {
    return switch (facet) {
      case KIND -> List.of(kind);
      case STATE -> List.of(state);
      case TOPIC -> some(topic);
      case CAMPAIGN -> some(campaign);
      case AREA -> path.subList(0, Math.min(2, path.size()));
      case LANGUAGE -> languages;
      case DIALECT -> dialects.stream().filter(one -> !one.isEmpty()).toList();
      case ORIENTATION -> some(orientation);
      case COLOUR -> colour.isEmpty() ? List.of() : List.of(Hue.of(colour).name());
      case VALIDITY -> List.of();
    };
  }

  private static List<String> some(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }
}
