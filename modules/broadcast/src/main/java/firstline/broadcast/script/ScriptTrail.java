package firstline.broadcast.script;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.right.Desk;
import firstline.persistence.trail.Stop;
import firstline.persistence.trail.TrailContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From a text to what loudspeakers read of it, and to the plays. */
@ApplicationScoped
public class ScriptTrail implements TrailContribution {
  @Inject private ScriptTrailQueries queries;
  @Inject private Desk desk;

  @Override
  public Optional<Stop> stop(String key) {
    return desk.may(BroadcastRights.READ)
        ? Stream.concat(
                queries.scripts(List.of(key)).stream(), queries.schedules(List.of(key)).stream())
            .findFirst()
        : Optional.empty();
  }

  @Override
  public List<Stop> after(List<String> keys) {
    return desk.may(BroadcastRights.READ)
        ? Stream.concat(queries.scriptsOf(keys).stream(), queries.schedulesOf(keys).stream())
            .toList()
        : List.of();
  }
}
