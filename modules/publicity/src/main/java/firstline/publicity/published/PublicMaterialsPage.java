package firstline.publicity.published;

import firstline.persistence.publication.NoticeContribution;
import firstline.persistence.publication.PriceNoticeContribution;
import firstline.persistence.publication.TypicalCaseContribution;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Language;
import firstline.publicity.catalogue.Asked;
import firstline.publicity.catalogue.Cards;
import firstline.publicity.catalogue.Catalogue;
import firstline.publicity.catalogue.Facet;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The public list of material, of everything or of one campaign; and the notices. */
@Named
@RequestScoped
public class PublicMaterialsPage {
  private static final String ADDRESS = "/materials";
  private static final int SIZE = 24;
  private static final int CAMPAIGN = 100;
  private static final int NOTICES = 90;
  private static final int MOST = 100;

  @Inject private Catalogue catalogue;
  @Inject private PublicMaterials materials;
  @Inject @Any private Instance<NoticeContribution> contributions;
  @Inject @Any private Instance<PriceNoticeContribution> priceContributions;
  @Inject @Any private Instance<TypicalCaseContribution> caseContributions;
  @Inject private Screen screen;
  @Inject private Language language;

  private Catalogue.@Nullable Found found;

  public Asked getAsked() {
    return Asked.read(screen.parameter("q"), screen::parameters);
  }

  @Requirement("R65.1")
  public Catalogue.Found getFound() {
    if (found == null) {
      found = catalogue.findPublic(getAsked(), screen.parameter("after"), SIZE);
    }
    return Objects.requireNonNull(found);
  }

  /** Choices of a facet by its name. */
  public List<Catalogue.Choice> choices(String facet) {
    return getFound().facets().getOrDefault(Facet.valueOf(facet), List.of());
  }

  public String name(Catalogue.Choice choice) {
    return language.english() ? choice.nameEn() : choice.name();
  }

  public String getNext() {
    var after = getFound().after();
    var query = getAsked().query();
    return after.isEmpty()
        ? ""
        : ADDRESS + "?" + query + (query.isEmpty() ? "" : "&") + "after=" + Screen.encode(after);
  }

  public boolean isTurned() {
    return screen.names("after");
  }

  /** The campaign of the address. */
  public PublicMaterials.Campaign getCampaign() {
    return (PublicMaterials.Campaign)
        Objects.requireNonNull(
            FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestMap()
                .get(MaterialServlet.VIEW));
  }

  /** What is out of the campaign. */
  public List<Cards.Card> getOfCampaign() {
    return catalogue
        .findPublic(
            new Asked("", Map.of(Facet.CAMPAIGN, Set.of(getCampaign().id().toString()))),
            "",
            CAMPAIGN)
        .cards();
  }

  /** Decisions of other departments. */
  public List<NoticeContribution.Notice> getDecisions() {
    return contributions.stream().flatMap(one -> one.notices().stream()).toList();
  }

  /** Guide prices and caps of other departments that hold today. */
  public List<PriceNoticeContribution.PriceNotice> getPriceNotices() {
    return priceContributions.stream().flatMap(one -> one.priceNotices().stream()).toList();
  }

  /** Typical cases of other departments. */
  public List<TypicalCaseContribution.TypicalCase> getTypicalCases() {
    return caseContributions.stream().flatMap(one -> one.typicalCases().stream()).toList();
  }

  /** What was recalled or expired lately. */
  public List<PublicMaterials.Change> getNotices() {
    return materials.notices(NOTICES, MOST);
  }
}
