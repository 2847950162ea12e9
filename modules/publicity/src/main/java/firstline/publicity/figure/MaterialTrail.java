package firstline.publicity.figure;

import firstline.persistence.right.Desk;
import firstline.persistence.trail.Stop;
import firstline.persistence.trail.TrailContribution;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From a text to the material made of it, and from material to its copies on paper. */
@ApplicationScoped
public class MaterialTrail implements TrailContribution {
  @Inject private MaterialTrailQueries queries;
  @Inject private Desk desk;

  @Override
  public Optional<Stop> stop(String key) {
    return desk.may(PublicityRights.READ)
        ? Stream.concat(
                queries.materials(List.of(key)).stream(), queries.runs(List.of(key)).stream())
            .findFirst()
        : Optional.empty();
  }

  @Override
  public List<Stop> after(List<String> keys) {
    return desk.may(PublicityRights.READ)
        ? Stream.concat(queries.materialsOf(keys).stream(), queries.runsOf(keys).stream()).toList()
        : List.of();
  }
}
