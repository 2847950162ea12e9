package firstline.market.complaint;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.search.SearchContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** The palette finds the letters that the list shows. */
@ApplicationScoped
public class OwnLetters implements SearchContribution {
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected OwnLetters() {}

  OwnLetters(Desk desk) {
    this.desk = desk;
  }

  @Override
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R82.3")
  public Set<String> ownMattersOnly() {
    return Sight.only(desk) == null ? Set.of() : Set.of("complaint");
  }
}
