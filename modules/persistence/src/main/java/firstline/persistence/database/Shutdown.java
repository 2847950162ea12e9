package firstline.persistence.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Stops an embedded database with the application. A JVM shutdown hook would come too late: the
 * server has closed the application's class loader by then.
 */
@ApplicationScoped
class Shutdown {
  void stop(@Observes jakarta.enterprise.event.Shutdown event) {
    FirstlineDataSource.shut();
  }
}
