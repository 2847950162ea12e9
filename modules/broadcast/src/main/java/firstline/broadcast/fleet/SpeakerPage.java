package firstline.broadcast.fleet;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One speaker and what may be done with it. */
@Named
@RequestScoped
public class SpeakerPage {
  @Inject private FleetQueries queries;
  @Inject private RegisterSpeaker registerSpeaker;
  @Inject private ChangeSpeaker changeSpeaker;
  @Inject private SpeakerHealth health;
  @Inject private SpeakerGroups groups;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private FleetQueries.@Nullable View view;
  private RegisterSpeaker.@Nullable Registered registered;
  private @Nullable List<SpeakerHealth.Live> live;
  private @Nullable List<SpeakerHealth.Fault> faults;
  private @Nullable List<SpeakerGroups.Group> all;

  public void load() {
    view = queries.one(screen.id());
  }

  public FleetQueries.View getView() {
    if (view == null) {
      load();
    }
    return Objects.requireNonNull(view);
  }

  /** Its last heartbeat; none if it was never heard of. */
  public List<SpeakerHealth.Live> getLive() {
    if (live == null) {
      live = health.live(id());
    }
    return live;
  }

  public List<SpeakerHealth.Fault> getFaults() {
    if (faults == null) {
      faults = health.faults(id());
    }
    return faults;
  }

  public List<SpeakerGroups.Group> getGroups() {
    if (all == null) {
      all = groups.list();
    }
    return all;
  }

  public boolean belongs(UUID group) {
    return getView().groups().contains(group.toString());
  }

  public Channel[] getChannels() {
    return Channel.values();
  }

  public boolean isChangeable() {
    return desk.may(BroadcastRights.FLEET) && !getView().state().equals("RETIRED");
  }

  /** The code of a speaker that waits for one, made a moment ago and shown once. */
  public RegisterSpeaker.@Nullable Registered getRegistered() {
    return registered;
  }

  public void code() {
    screen.attempt(() -> registered = registerSpeaker.again(id(), screen.version()));
  }

  public void change() {
    run(
        () -> {
          var volume = screen.parameter("volume");
          if (!volume.matches("[0-9]{1,9}")) {
            throw new Refusal("speaker.volume", volume);
          }
          changeSpeaker.change(
              new ChangeSpeaker.Command(
                  id(),
                  screen.version(),
                  screen.parameter("area"),
                  screen.parameter("place"),
                  screen.parameter("model"),
                  Channel.valueOf(screen.parameter("channel")),
                  Integer.parseInt(volume),
                  screen.parameter("keeper").isEmpty() ? null : screen.id("keeper"),
                  Picks.ids(screen.parameters("group"))));
        });
  }

  public void retire() {
    run(() -> changeSpeaker.retire(new ChangeSpeaker.Retire(id(), screen.version())));
  }

  private void run(Screen.Action action) {
    screen.run(action, "broadcast.done", "/console/broadcast/speaker?id=" + id());
  }

  private UUID id() {
    return screen.id();
  }
}
