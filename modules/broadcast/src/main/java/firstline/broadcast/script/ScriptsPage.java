package firstline.broadcast.script;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The scripts that other departments have handed over. */
@Named
@RequestScoped
public class ScriptsPage {
  private static final String HERE = "/console/broadcast/scripts?text-kind=";

  @Inject private ScriptQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private Page<ScriptQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.list(
            getTextKind(), Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<ScriptQueries.Line> getRows() {
    return page.rows();
  }

  /** The only kind of text that is asked for, or empty. */
  public String getTextKind() {
    return screen.parameter("text-kind");
  }

  public boolean isDrafting() {
    return desk.may(BroadcastRights.DRAFT);
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page.after().isEmpty() ? "" : filtered() + "&after=" + page.after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page.before().isEmpty() ? "" : filtered() + "&before=" + page.before();
  }

  private String filtered() {
    return HERE + Screen.encode(getTextKind());
  }
}
