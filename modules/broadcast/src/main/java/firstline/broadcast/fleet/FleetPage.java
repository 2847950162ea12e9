package firstline.broadcast.fleet;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fleet by areas: the officer's own, or the one in the address. */
@Named
@RequestScoped
public class FleetPage {
  @Inject private FleetTree tree;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<FleetTree.Place> places;
  private @Nullable List<FleetTree.Above> above;

  public void load() {
    if (getAbove().isEmpty()) {
      throw new NotFound();
    }
  }

  public String getArea() {
    var typed = screen.parameter("area");
    return typed.matches("[0-9]{12}") ? typed : desk.officer().areaCode();
  }

  public List<FleetTree.Above> getAbove() {
    if (above == null) {
      above = tree.above(getArea());
    }
    return above;
  }

  public List<FleetTree.Place> getPlaces() {
    if (places == null) {
      places = tree.below(getArea());
    }
    return places;
  }

  /** All of them together. */
  public FleetTree.Place getWhole() {
    return FleetTree.together(getPlaces());
  }
}
