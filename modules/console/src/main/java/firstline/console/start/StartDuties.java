package firstline.console.start;

import firstline.persistence.time.ClockworkStarted;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Lets the duties begin (outbox, anchors) when the application stands. */
public class StartDuties implements ServletContextListener {
  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  @SuppressWarnings("NullAway.Init") // the server injects it
  private ManagedScheduledExecutorService executor;

  @Inject private Event<ClockworkStarted> started;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    started.fire(new ClockworkStarted(executor));
  }
}
