package firstline.console.start;

import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.ClockworkStops;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Lets the duties begin (outbox, anchors) when the application stands, and lets them write down
 * what they have before it stops.
 */
public class StartDuties implements ServletContextListener {
  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  @SuppressWarnings("NullAway.Init") // the server injects it
  private ManagedScheduledExecutorService executor;

  @Inject private Event<ClockworkStarted> started;
  @Inject private Event<ClockworkStops> stops;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    started.fire(new ClockworkStarted(executor));
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    stops.fire(new ClockworkStops());
  }
}
