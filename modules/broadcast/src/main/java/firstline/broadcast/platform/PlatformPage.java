package firstline.broadcast.platform;

import firstline.broadcast.alert.Alerts;
import firstline.broadcast.alert.TakeInAlert;
import firstline.broadcast.ebm.EbdPackage;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

/** On the pages of alerts and emergencies: a file that is brought, and messages to take along. */
@Named
@RequestScoped
public class PlatformPage {
  @Inject private TakeInEbm takeInEbm;
  @Inject private TakeInAlert takeInAlert;
  @Inject private OwnResource ownResource;
  @Inject private Screen screen;

  private @Nullable Part file;

  /** True if nothing can be given out, since this platform has no number. */
  public boolean isUnnumbered() {
    return ownResource.isMissing();
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  public void takeIn() {
    screen.attempt(
        () -> {
          var part = file;
          if (part == null || part.getSize() == 0) {
            throw new Refusal("alert.no-file");
          }
          try (var stream = part.getInputStream()) {
            var taken = taken(EbdPackage.bytes(stream));
            screen.go("/console/broadcast/alert?id=" + taken.alert().id());
          }
        });
  }

  @Requirement("R50.8")
  private Alerts.Taken taken(byte[] bytes) {
    return EbdPackage.isTar(bytes)
        ? takeInEbm.take(new TakeInEbm.Command(bytes, Alerts.Way.FILE))
        : takeInAlert.take(new TakeInAlert.Command(bytes, Alerts.Way.FILE));
  }
}
