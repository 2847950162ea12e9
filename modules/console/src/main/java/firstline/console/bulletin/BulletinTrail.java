package firstline.console.bulletin;

import firstline.persistence.right.Desk;
import firstline.persistence.trail.Stop;
import firstline.persistence.trail.TrailContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** From an issued bulletin to the issue that corrects it; what is made of either hangs below. */
@ApplicationScoped
public class BulletinTrail implements TrailContribution {
  @Inject private BulletinTrailQueries queries;
  @Inject private Desk desk;

  @Override
  public Optional<Stop> stop(String key) {
    return desk.may(BulletinRights.READ)
        ? queries.issues(List.of(key)).stream().findFirst()
        : Optional.empty();
  }

  @Override
  public List<Stop> after(List<String> keys) {
    return desk.may(BulletinRights.READ) ? queries.issuesOf(keys) : List.of();
  }
}
