package firstline.persistence.right;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Runs the server's own work (outbox, start-up, sample city) as itself, with a name. */
@ApplicationScoped
public class ServerDesk {
  @Inject private Instance<RequestContextController> controllers;
  @Inject private Desk desk;

  /** Runs the work in a request of its own, as the server under the duty's name. */
  public <T> T as(String duty, Supplier<T> work) {
    var controller = controllers.get();
    var activated = controller.activate();
    try {
      desk.seatServer(duty);
      return work.get();
    } finally {
      // Inside a visitor's request the desk lives on, and the visitor is not the server.
      desk.unseatServer();
      if (activated) {
        controller.deactivate();
      }
    }
  }
}
