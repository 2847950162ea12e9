package firstline.broadcast.fleet;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers a speaker and shows its code, once. */
@Named
@RequestScoped
public class SpeakerFormPage {
  @Inject private RegisterSpeaker registerSpeaker;
  @Inject private Screen screen;

  private RegisterSpeaker.@Nullable Registered registered;

  /** What was typed. */
  public String typed(String field) {
    return screen.parameter(field);
  }

  public List<Channel> getChannels() {
    return List.of(Channel.values());
  }

  /** The speaker that was registered a moment ago, with its code. */
  public RegisterSpeaker.@Nullable Registered getRegistered() {
    return registered;
  }

  public void register() {
    screen.attempt(
        () ->
            registered =
                registerSpeaker.register(
                    new RegisterSpeaker.Command(
                        typed("serial"),
                        typed("area"),
                        typed("place"),
                        typed("model"),
                        Channel.valueOf(typed("channel")),
                        volume(),
                        List.of())));
  }

  private int volume() {
    if (!typed("volume").matches("[0-9]{1,9}")) {
      throw new Refusal("speaker.volume", typed("volume"));
    }
    return Integer.parseInt(typed("volume"));
  }
}
