package firstline.market.inspect;

import firstline.persistence.right.Desk;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an officer inspects next, on a phone first: with all that is asked, for the time off line.
 */
@Named
@RequestScoped
public class OnSitePage {
  @Inject private InspectionQueries queries;
  @Inject private VisitQueries visits;
  @Inject private Desk desk;
  @Inject private Language language;
  @Inject private Clock clock;

  private final Map<UUID, List<VisitQueries.Item>> items = new HashMap<>();
  private @Nullable List<InspectionQueries.View> rows;

  public List<InspectionQueries.View> getRows() {
    if (rows == null) {
      rows = queries.onSite();
    }
    return rows;
  }

  /** A checklist, read once however many inspections have it. */
  public List<VisitQueries.Item> items(UUID checklist) {
    return items.computeIfAbsent(checklist, visits::items);
  }

  public String says(VisitQueries.Item item) {
    return language.english() ? item.textEn() : item.textZh();
  }

  public String rule(VisitQueries.Item item) {
    return language.english() ? item.ruleEn() : item.ruleZh();
  }

  public List<String> getGiven() {
    return List.of("YES", "NO", "NOT_APPLICABLE");
  }

  /** When it was read: the page may be opened long after, without a network. */
  public Instant getNow() {
    return clock.instant();
  }

  public String getName() {
    return desk.officer().name();
  }

  /** Whose visits wait in this browser: nobody else sends them. */
  public String getOfficer() {
    return desk.officer().id().toString();
  }
}
