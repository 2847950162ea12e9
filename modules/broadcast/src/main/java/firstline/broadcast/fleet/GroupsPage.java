package firstline.broadcast.fleet;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The groups of the officer's areas, a form for a new one and one to rename each. */
@Named
@RequestScoped
public class GroupsPage {
  private static final String HERE = "/console/broadcast/groups";

  @Inject private SpeakerGroups groups;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<SpeakerGroups.Group> rows;

  public List<SpeakerGroups.Group> getRows() {
    if (rows == null) {
      rows = groups.list();
    }
    return rows;
  }

  public boolean isMaking() {
    return desk.may(BroadcastRights.FLEET);
  }

  public String getArea() {
    var typed = screen.parameter("area");
    return typed.isEmpty() ? desk.officer().areaCode() : typed;
  }

  public String getName() {
    return screen.parameter("name");
  }

  public void make() {
    screen.run(
        () -> groups.make(new SpeakerGroups.Make(screen.parameter("area"), getName())),
        "broadcast.done",
        HERE);
  }

  public void rename() {
    screen.run(
        () ->
            groups.rename(
                new SpeakerGroups.Rename(
                    screen.id(), screen.version(), screen.parameter("new-name"))),
        "broadcast.done",
        HERE);
  }
}
