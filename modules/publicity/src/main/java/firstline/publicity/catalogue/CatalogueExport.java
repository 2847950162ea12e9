package firstline.publicity.catalogue;

import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.words.Language;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** The catalogue as a table, as it was asked for. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class CatalogueExport implements ListExport {
  /** Each part counts its facets anew. */
  private static final int MOST = 1_000;

  @Inject private Catalogue catalogue;
  @Inject private Words words;
  @Inject private Language language;

  @Override
  public String list() {
    return "publicity.materials";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "publicity.number",
        "publicity.title",
        "publicity.kind",
        "publicity.topic",
        "publicity.area",
        "publicity.drafted",
        "publicity.state");
  }

  @Override
  @Requirement("R105.5")
  public Part rows(Address asked, String after, int size) {
    var found =
        catalogue.find(
            Asked.read(asked.parameter("q"), asked::parameters), after, Math.min(size, MOST));
    return new Part(found.cards().stream().map(this::line).toList(), found.after());
  }

  private Line line(Cards.Card card) {
    return new Line(
        card.id().toString(),
        Arrays.asList(
            card.number(),
            card.title(),
            words.get("publicity.kind." + card.kind()),
            language.english() ? card.topicEn() : card.topic(),
            card.areaName(),
            words.time(card.draftedAt()),
            words.get("publicity.state." + card.state())));
  }
}
