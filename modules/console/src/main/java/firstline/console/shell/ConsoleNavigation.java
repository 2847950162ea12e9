package firstline.console.shell;

import firstline.persistence.navigation.NavigationContribution;
import firstline.persistence.navigation.NavigationEntry;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The console's own lines of the rail. */
@ApplicationScoped
public class ConsoleNavigation implements NavigationContribution {
  private static final String ADMIN = "/console/admin/";

  @Override
  public List<NavigationEntry> entries() {
    return List.of(
        new NavigationEntry("home", "/console/home", "home", Rights.SIGNED_IN, 0),
        new NavigationEntry("situation", "/console/situation", "pulse", Rights.SIGNED_IN, 5),
        new NavigationEntry("all-figures", "/console/figures", "figures", Rights.SIGNED_IN, 10),
        new NavigationEntry("areas", ADMIN + "areas", "tree", Rights.ADMIN_SYSTEM, 900),
        new NavigationEntry(
            "departments", ADMIN + "departments", "building", Rights.ADMIN_SYSTEM, 910),
        new NavigationEntry("officers", ADMIN + "officers", "people", Rights.ADMIN_SECURITY, 920),
        new NavigationEntry("roles", ADMIN + "roles", "key", Rights.ADMIN_SECURITY, 930),
        new NavigationEntry("dictionary", ADMIN + "dictionary", "book", Rights.ADMIN_SYSTEM, 940),
        new NavigationEntry("calendar", ADMIN + "calendar", "calendar", Rights.ADMIN_SYSTEM, 945),
        // One of three rights opens it, and nobody holds two of them.
        new NavigationEntry("settings", ADMIN + "settings", "gear", Rights.ADMIN_SYSTEM, 948),
        new NavigationEntry("settings", ADMIN + "settings", "gear", Rights.ADMIN_SECURITY, 948),
        new NavigationEntry("settings", ADMIN + "settings", "gear", Rights.ADMIN_AUDIT, 948),
        new NavigationEntry("audit", ADMIN + "audit", "list", Rights.ADMIN_AUDIT, 950),
        new NavigationEntry("outbox", ADMIN + "outbox", "outbox", Rights.ADMIN_SYSTEM, 960),
        new NavigationEntry("health", ADMIN + "health", "pulse", Rights.ADMIN_SYSTEM, 970));
  }
}
