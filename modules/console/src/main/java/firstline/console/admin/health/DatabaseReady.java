package firstline.console.admin.health;

import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.right.ServerDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
  @Inject private HealthQueries queries;
  @Inject private ServerDesk server;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private boolean answers() {
    try {
      return server.as("health", queries::reachable);
    } catch (DatabaseFailure e) {
      return false;
    }
  }
}
