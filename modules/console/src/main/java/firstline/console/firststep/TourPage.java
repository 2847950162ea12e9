package firstline.console.firststep;

import firstline.persistence.firststep.FirstStep;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checklist on home, and the stop of the way round at which the officer is. */
@Named("tour")
@RequestScoped
public class TourPage {
  @Inject private FirstSteps firstSteps;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<FirstStep> steps;

  public List<FirstStep> getSteps() {
    if (steps == null) {
      steps = firstSteps.steps();
    }
    return steps;
  }

  public long getDone() {
    return getSteps().stream().filter(FirstStep::done).count();
  }

  /** True if the officer may take the step. */
  public boolean mine(FirstStep step) {
    return desk.may(step.right());
  }

  public boolean isHidden() {
    return firstSteps.isHidden();
  }

  private List<Tour.Stop> stops() {
    return Tour.of(desk.officer());
  }

  /** The stop's number from 1, or 0 off the way. */
  public int getAt() {
    var typed = screen.parameter("tour");
    var at = typed.matches("[0-9]{1,2}") ? Integer.parseInt(typed) : 0;
    return at >= 1 && at <= stops().size() ? at : 0;
  }

  public int getAll() {
    return stops().size();
  }

  /** Words of what the page is for: {@code tour.<key>}. */
  public String getKey() {
    return stops().get(getAt() - 1).key();
  }

  /** Address of the first stop. */
  public String getBegin() {
    return address(1);
  }

  /** Address of the next stop, or empty at the last. */
  public String getNext() {
    return getAt() < stops().size() ? address(getAt() + 1) : "";
  }

  public String getPrevious() {
    return getAt() > 1 ? address(getAt() - 1) : "";
  }

  private String address(int at) {
    return stops().get(at - 1).path() + "?tour=" + at;
  }
}
