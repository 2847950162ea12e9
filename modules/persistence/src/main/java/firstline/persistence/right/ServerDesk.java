package firstline.persistence.right;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Runs work outside a visitor's request: the server's own (outbox, start-up, sample city) as
 * itself, with a name, and an officer's long job as that officer.
 */
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

  /** Runs the officer's work in a request of its own, on a thread that has none. */
  public <T> T asOfficer(OfficerOnDuty officer, Callable<T> work) throws Exception {
    var controller = controllers.get();
    if (!controller.activate()) {
      throw new IllegalStateException("This thread already serves a request");
    }
    try {
      desk.seat(officer);
      return work.call();
    } finally {
      controller.deactivate();
    }
  }
}
