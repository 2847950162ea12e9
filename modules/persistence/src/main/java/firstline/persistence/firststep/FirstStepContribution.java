package firstline.persistence.firststep;

import java.util.List;

/** A department names its steps in their order; one statement. */
public interface FirstStepContribution {
  /** The place of its steps among all. */
  int order();

  List<FirstStep> steps();
}
