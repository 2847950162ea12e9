package firstline.rumour.reach;

import firstline.persistence.right.Desk;
import firstline.persistence.trail.Stop;
import firstline.persistence.trail.TrailContribution;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From a rumour to its answers, and from an answer to the channels. */
@ApplicationScoped
public class RumourTrail implements TrailContribution {
  @Inject private RumourTrailQueries queries;
  @Inject private Desk desk;

  @Override
  public Optional<Stop> stop(String key) {
    return desk.may(RumourRights.READ)
        ? Stream.concat(
                queries.rumours(List.of(key)).stream(), queries.rebuttals(List.of(key)).stream())
            .findFirst()
        : Optional.empty();
  }

  @Override
  public List<Stop> after(List<String> keys) {
    return desk.may(RumourRights.READ)
        ? Stream.concat(queries.rebuttalsOf(keys).stream(), queries.releasesOf(keys).stream())
            .toList()
        : List.of();
  }
}
