package firstline.console.circular;

import firstline.persistence.navigation.NavigationContribution;
import firstline.persistence.navigation.NavigationEntry;
import firstline.persistence.right.RightContribution;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The line of the rail for notices to colleagues, what may be begun, and the right to send. */
@ApplicationScoped
public class CircularDesk implements NavigationContribution, RightContribution {
  @Override
  public List<NavigationEntry> entries() {
    return List.of(
        new NavigationEntry("circulars", "/console/circulars", "bell", Rights.SIGNED_IN, 3));
  }

  @Override
  public List<NavigationEntry> actions() {
    return List.of(
        new NavigationEntry(
            "circular.new", "/console/circular-form", "inbox", SendCircular.SEND, 510));
  }

  @Override
  public List<String> rights() {
    return List.of(SendCircular.SEND);
  }
}
