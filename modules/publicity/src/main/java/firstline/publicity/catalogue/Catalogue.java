package firstline.publicity.catalogue;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The door to the catalogue, for officers and for the public. */
@ApplicationScoped
public class Catalogue {
  /** A value of a facet with its number; {@code name} is empty where words name it. */
  public record Choice(String value, String name, String nameEn, int count, boolean chosen) {}

  /**
   * A page of the answer.
   *
   * @param after where the next page begins; empty if there is none
   */
  public record Found(
      int total, Map<Facet, List<Choice>> facets, List<Cards.Card> cards, String after) {}

  private static final int CHOICES = 30;

  @Inject private CatalogueIndex index;
  @Inject private Cards cards;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Catalogue() {}

  /** For tests without a server. */
  Catalogue(CatalogueIndex index, Cards cards, Desk desk, Clock clock) {
    this.index = index;
    this.cards = cards;
    this.desk = desk;
    this.clock = clock;
  }

  /** What an officer finds. */
  @Allows(right = READ, reads = true)
  @Requirement({"R64.1", "R64.2", "R64.3"})
  public Found find(Asked asked, String after, int most) {
    return found(asked, new Looking.Eyes(desk.scope().paths(), false), after, most);
  }

  /** What the public finds: what is out and holds. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public Found findPublic(Asked asked, String after, int most) {
    return found(asked, Looking.Eyes.PUBLIC, after, most);
  }

  /** How many there are that were drafted after an instant. */
  @Allows(right = READ, reads = true)
  @Requirement("R64.6")
  public int since(Asked asked, Instant after) {
    var eyes = new Looking.Eyes(desk.scope().paths(), false);
    return looking(
        asked, eyes, look -> look.since(ChronoUnit.MICROS.between(Instant.EPOCH, after)));
  }

  /** The key behind a page of a list without counts: what a list costs in the index. */
  @Allows(right = READ, reads = true)
  String keys(Asked asked, String after, int most) {
    var place = place(after);
    return looking(
        asked,
        new Looking.Eyes(desk.scope().paths(), false),
        look -> {
          var hits = look.page(place, most);
          return hits.isEmpty() ? "" : text(hits.get(hits.size() - 1).place());
        });
  }

  private Found found(Asked asked, Looking.Eyes eyes, String after, int most) {
    var place = place(after);
    return looking(
        asked,
        eyes,
        look -> {
          var hits = look.page(place, most + 1);
          var counts = look.counts();
          var more = hits.size() > most;
          var shown = more ? hits.subList(0, most) : hits;
          return new Found(
              counts.total(),
              facets(asked, counts),
              cards.read(shown.stream().map(Looking.Hit::id).toList(), eyes, today()),
              more ? text(hits.get(most - 1).place()) : "");
        });
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  @FunctionalInterface
  private interface Look<T> {
    T at(Looking looking) throws IOException;
  }

  private <T> T looking(Asked asked, Looking.Eyes eyes, Look<T> look) {
    try {
      return index
          .shelf()
          .index()
          .looking(searcher -> look.at(new Looking(searcher, asked, eyes, today().toEpochDay())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The largest first; what is chosen always stands there. */
  private Map<Facet, List<Choice>> facets(Asked asked, Looking.Counts counts) {
    var names = cards.names(counts);
    var facets = new EnumMap<Facet, List<Choice>>(Facet.class);
    for (var facet : Facet.values()) {
      var values = new HashMap<>(counts.values().getOrDefault(facet, Map.of()));
      asked.of(facet).forEach(value -> values.putIfAbsent(value, 0));
      facets.put(
          facet,
          values.entrySet().stream()
              .map(
                  one -> {
                    var name = names.getOrDefault(one.getKey(), new Cards.Name("", ""));
                    return new Choice(
                        one.getKey(),
                        name.zh(),
                        name.en(),
                        one.getValue(),
                        asked.of(facet).contains(one.getKey()));
                  })
              .sorted(
                  Comparator.comparing((Choice one) -> !one.chosen())
                      .thenComparing(one -> -one.count())
                      .thenComparing(Choice::value))
              .limit(CHOICES)
              .toList());
    }
    return facets;
  }

  private static String text(Looking.Place place) {
    var text = place.score() + " " + place.drafted() + " " + place.tie();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Looking.@Nullable Place place(String after) {
    if (after.isEmpty()) {
      return null;
    }
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split(" ", 3);
      return new Looking.Place(
          Float.parseFloat(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new Refusal("page.cursor");
    }
  }
}
