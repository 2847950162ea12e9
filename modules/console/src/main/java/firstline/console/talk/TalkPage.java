package firstline.console.talk;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What is said about the record of a page: the part {@code fl:talk}. */
@Named
@RequestScoped
public class TalkPage {
  @Inject private Talk talk;
  @Inject private Say say;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private final Map<Talk.Key, Talk.Thread> threads = new HashMap<>();

  /** The messages; whoever is shown one that mentions them has seen it. */
  public Talk.Thread about(String kind, UUID id) {
    var key = new Talk.Key(kind, id);
    if (!threads.containsKey(key)) {
      var thread = talk.about(kind, id);
      threads.put(key, thread);
      if (thread.isUnseen() && desk.officer().lookedAtBy() == null) {
        say.see(kind, id);
      }
    }
    return Objects.requireNonNull(threads.get(key));
  }

  /** What was typed and refused; empty otherwise. */
  public String typed(String field) {
    return screen.parameter(field);
  }

  public void say() {
    screen.run(
        () ->
            say.say(
                new Say.Command(
                    screen.parameter("talk-kind"),
                    screen.id("talk-id"),
                    screen.parameter("talk-text"),
                    screen.parameter("talk-mention"))),
        "talk.said",
        here());
  }

  public void withdraw() {
    screen.run(() -> say.withdraw(screen.id("talk-message")), "talk.taken-back", here());
  }

  /** The page of the record, where the talk is. */
  private String here() {
    var page = screen.parameter("talk-page");
    return (page.matches("/console/[a-z/-]{1,60}") ? page : "/console/home")
        + (screen.parameter("talk-by").equals("open") ? "?open=" : "?id=")
        + screen.id("talk-id")
        + "#talk";
  }
}
