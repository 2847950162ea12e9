package firstline.console.deputy;

import firstline.persistence.navigation.NavigationContribution;
import firstline.persistence.navigation.NavigationEntry;
import firstline.persistence.right.RightContribution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The right of a head of a department over who does its work, and its line of the rail. */
@ApplicationScoped
public class OfficeRights implements RightContribution, NavigationContribution {
  /** Names deputies and hands work over within the own department. */
  public static final String ARRANGE = "office.arrange";

  @Override
  public List<String> rights() {
    return List.of(ARRANGE);
  }

  /** Nobody arranges in another's name. */
  @Override
  public List<String> personal() {
    return List.of(ARRANGE);
  }

  @Override
  public List<NavigationEntry> entries() {
    return List.of(
        new NavigationEntry("deputies", "/console/deputies", "people", ARRANGE, 880),
        new NavigationEntry("hand-over", "/console/hand-over", "outbox", ARRANGE, 885));
  }
}
