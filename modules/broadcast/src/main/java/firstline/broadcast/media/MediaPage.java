package firstline.broadcast.media;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Sounds that are kept, and the way to new ones. */
@Named
@RequestScoped
public class MediaPage {
  private static final String HERE = "/console/broadcast/media?";

  @Inject private MediaQueries queries;
  @Inject private MakeSound makeSound;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private Page<MediaQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page = queries.list(Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<MediaQueries.Line> getRows() {
    return page.rows();
  }

  public boolean isDrafting() {
    return desk.may(BroadcastRights.DRAFT);
  }

  /** Programs without which no sound can be made, in one line; empty if all are there. */
  public String getMissing() {
    return String.join(", ", makeSound.missing());
  }

  /** Programs without which no Chinese text can be read, besides those; empty if all are there. */
  public String getMissingForSpeech() {
    return String.join(", ", makeSound.missingForSpeech("zh"));
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page.after().isEmpty() ? "" : HERE + "after=" + page.after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page.before().isEmpty() ? "" : HERE + "before=" + page.before();
  }
}
