package firstline.broadcast.fleet;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The list of speakers: filters and place in the address. */
@Named
@RequestScoped
public class SpeakersPage {
  @Inject private FleetQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private List<FleetQueries.Line> rows = List.of();
  private FleetQueries.Counts counts = new FleetQueries.Counts(0, 0, 0, 0);

  public void load() {
    rows =
        queries.list(
            new FleetQueries.Filter(
                getHealth(),
                getTrouble(),
                getArea(),
                getGroup(),
                getQ(),
                screen.parameter("after")));
    counts = queries.counts();
  }

  public List<FleetQueries.Line> getRows() {
    return rows;
  }

  public FleetQueries.Counts getCounts() {
    return counts;
  }

  public List<String> getHealths() {
    return List.of("ONLINE", "OFFLINE", "NEW", "RETIRED");
  }

  public boolean isRegistering() {
    return desk.may(BroadcastRights.FLEET);
  }

  public String getHealth() {
    return screen.parameter("health");
  }

  public String getArea() {
    return screen.parameter("area");
  }

  public Trouble[] getTroubles() {
    return Trouble.values();
  }

  public String getTrouble() {
    return screen.parameter("trouble");
  }

  public String getGroup() {
    return screen.parameter("group");
  }

  public String getQ() {
    return screen.parameter("q");
  }

  public boolean isNarrowed() {
    return !(getHealth() + getTrouble() + getArea() + getGroup() + getQ()).isBlank();
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return rows.size() < FleetQueries.SIZE
        ? ""
        : "/console/broadcast/speakers?health="
            + Screen.encode(getHealth())
            + "&area="
            + Screen.encode(getArea())
            + "&trouble="
            + Screen.encode(getTrouble())
            + "&group="
            + Screen.encode(getGroup())
            + "&q="
            + Screen.encode(getQ())
            + "&after="
            + Screen.encode(rows.get(rows.size() - 1).serial());
  }
}
