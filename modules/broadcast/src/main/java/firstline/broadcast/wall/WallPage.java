package firstline.broadcast.wall;

import firstline.broadcast.call.CallQueries;
import firstline.broadcast.emergency.EmergencyQueries;
import firstline.broadcast.fleet.FleetTree;
import firstline.broadcast.proof.Identity;
import firstline.broadcast.proof.ProofQueries;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything on the wall, each asked for once a look. */
@Named
@RequestScoped
public class WallPage {
  @Inject private EmergencyQueries emergencyQueries;
  @Inject private CallQueries callQueries;
  @Inject private FleetTree fleetTree;
  @Inject private ProofQueries proofQueries;
  @Inject private NextPlays nextPlays;
  @Inject private Desk desk;
  @Inject private Clock clock;

  private @Nullable List<EmergencyQueries.OnAir> emergencies;
  private @Nullable List<FleetTree.Place> places;
  private @Nullable List<NextPlays.Play> plays;
  private @Nullable Identity today;
  private @Nullable Long calls;

  public Instant getNow() {
    return clock.instant();
  }

  public String getArea() {
    return desk.officer().areaName();
  }

  public List<EmergencyQueries.OnAir> getEmergencies() {
    if (emergencies == null) {
      emergencies = emergencyQueries.onAir();
    }
    return emergencies;
  }

  public long getCalls() {
    if (calls == null) {
      calls = callQueries.open();
    }
    return calls;
  }

  /** The areas right below the officer's own in which speakers hang. */
  public List<FleetTree.Place> getPlaces() {
    if (places == null) {
      places =
          fleetTree.below(desk.officer().areaCode()).stream()
              .filter(place -> place.speakers() > 0)
              .toList();
    }
    return places;
  }

  public FleetTree.Place getWhole() {
    return FleetTree.together(getPlaces());
  }

  /** What has begun today, without drills. */
  public Identity getToday() {
    if (today == null) {
      today =
          proofQueries.whole(LocalDate.ofInstant(clock.instant(), Clocks.ZONE)).stream()
              .filter(whole -> !whole.drill())
              .map(ProofQueries.Whole::identity)
              .reduce(Identity.NONE, Identity::plus);
    }
    return today;
  }

  public List<NextPlays.Play> getPlays() {
    if (plays == null) {
      plays = nextPlays.next();
    }
    return plays;
  }
}
