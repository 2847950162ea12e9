package firstline.console.firststep;

import firstline.console.kept.KeptViews;
import firstline.persistence.firststep.FirstStep;
import firstline.persistence.firststep.FirstStepContribution;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** The steps of all departments, until all are done. */
@ApplicationScoped
public class FirstSteps {
  @Inject @Any private Instance<FirstStepContribution> contributions;
  @Inject private KeptViews views;

  /** Nothing is undone again: once all are done, nobody needs to count. */
  private volatile boolean over;

  /** The steps in their order; none if all are done or the officer has hidden them. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement({"R120.1", "R120.2"})
  public List<FirstStep> steps() {
    if (over || isHidden()) {
      return List.of();
    }
    var steps =
        contributions.stream()
            .sorted(Comparator.comparingInt(FirstStepContribution::order))
            .flatMap(one -> one.steps().stream())
            .toList();
    over = steps.stream().allMatch(FirstStep::done);
    return over ? List.of() : steps;
  }

  /** True if the officer does not want to see them. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public boolean isHidden() {
    return views.isStartHidden();
  }
}
