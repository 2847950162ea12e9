package firstline.persistence.sample;

import java.util.function.Consumer;

/** A module fills the sample city with what its department has been working on. */
public interface SampleContribution {
  /** Small ones first; a module builds on those before it. */
  int order();

  /**
   * Works as the sample's officers, through the same use cases as the screen.
   *
   * @param seat puts the officer with this username at the desk
   */
  void found(Consumer<String> seat);
}
