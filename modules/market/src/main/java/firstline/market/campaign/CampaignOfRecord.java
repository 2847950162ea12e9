package firstline.market.campaign;

import firstline.market.MarketRights;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The campaigns of the record on a page: {@code WEB-INF/market/campaigns-of.xhtml} names them. */
@Named
@RequestScoped
public class CampaignOfRecord {
  /** A campaign. */
  public record Title(UUID id, String name) {}

  @Inject private FigureQueries queries;
  @Inject private Desk desk;

  private final Map<UUID, List<Title>> campaigns = new HashMap<>();

  /** Those that it belongs to, read once. */
  public List<Title> of(UUID record) {
    // Whoever sees prices only has no campaigns to see.
    return desk.may(MarketRights.READ)
        ? campaigns.computeIfAbsent(record, queries::ofRecord)
        : List.of();
  }
}
