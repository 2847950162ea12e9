package firstline.broadcast.fleet;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of speakers: filters and place in the address. */
@Named
@RequestScoped
public class SpeakersPage {
  @Inject private FleetQueries queries;
  @Inject private SpeakerGroups speakerGroups;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<FleetQueries.Line> rows;
  private FleetQueries.@Nullable Counts counts;
  private @Nullable List<SpeakerGroups.Group> groups;

  public List<FleetQueries.Line> getRows() {
    if (rows == null) {
      rows = list();
    }
    return rows;
  }

  private List<FleetQueries.Line> list() {
    return queries.list(
        new FleetQueries.Filter(
            getHealth(), getTrouble(), getArea(), getGroup(), getQ(), screen.parameter("after")));
  }

  public FleetQueries.Counts getCounts() {
    if (counts == null) {
      counts = queries.counts();
    }
    return counts;
  }

  public List<SpeakerGroups.Group> getGroups() {
    if (groups == null) {
      groups = speakerGroups.list();
    }
    return groups;
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
    return getRows().size() < FleetQueries.SIZE
        ? ""
        : address() + "&after=" + Screen.encode(getRows().get(getRows().size() - 1).serial());
  }

  private String address() {
    return "/console/broadcast/speakers?health="
        + Screen.encode(getHealth())
        + "&area="
        + Screen.encode(getArea())
        + "&trouble="
        + Screen.encode(getTrouble())
        + "&group="
        + Screen.encode(getGroup())
        + "&q="
        + Screen.encode(getQ());
  }
}
