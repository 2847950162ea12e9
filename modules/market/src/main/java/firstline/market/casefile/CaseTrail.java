package firstline.market.casefile;

import firstline.market.MarketRights;
import firstline.persistence.right.Desk;
import firstline.persistence.trail.Stop;
import firstline.persistence.trail.TrailContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From a lead to its case, and from a decision to the typical case that is told. */
@ApplicationScoped
public class CaseTrail implements TrailContribution {
  @Inject private CaseTrailQueries queries;
  @Inject private Desk desk;

  @Override
  public Optional<Stop> stop(String key) {
    return desk.may(MarketRights.READ)
        ? Stream.of(
                queries.leads(List.of(key)),
                queries.cases(List.of(key)),
                queries.typicals(List.of(key)))
            .flatMap(List::stream)
            .findFirst()
        : Optional.empty();
  }

  @Override
  public List<Stop> after(List<String> keys) {
    return desk.may(MarketRights.READ)
        ? Stream.concat(queries.casesOf(keys).stream(), queries.typicalsOf(keys).stream()).toList()
        : List.of();
  }
}
