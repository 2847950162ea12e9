package firstline.persistence.database;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Stops an embedded database with the application. A JVM shutdown hook would come too late: the
 * server has closed the application's class loader by then. Last of all: others still write while
 * they stop.
 */
@ApplicationScoped
class Shutdown {
  void stop(@Observes @Priority(4000) jakarta.enterprise.event.Shutdown event) {
    FirstlineDataSource.shut();
  }
}
