package firstline.broadcast.reading;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lexicon: how words are read aloud. */
@Named
@RequestScoped
public class LexiconPage {
  private static final String HERE = "/console/broadcast/lexicon";

  @Inject private Lexicon lexicon;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<Lexicon.Word> words;

  public List<Lexicon.Word> getWords() {
    if (words == null) {
      words = lexicon.list();
    }
    return words;
  }

  public boolean isWriting() {
    return desk.may(BroadcastRights.DRAFT);
  }

  public String typed(String field) {
    return screen.parameter(field);
  }

  /** The area that was typed, or the officer's own. */
  public String getArea() {
    return screen.names("area") ? screen.parameter("area") : desk.officer().areaCode();
  }

  public void keep() {
    screen.run(
        () -> lexicon.keep(new Lexicon.Keep(getArea(), typed("word"), typed("reading"))),
        "lexicon.kept",
        HERE);
  }

  public void remove() {
    screen.run(() -> lexicon.remove(screen.id("remove")), "lexicon.removed", HERE);
  }
}
