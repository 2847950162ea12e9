package firstline.rumour.published;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Every correction and withdrawal. */
@Named("publicCorrections")
@RequestScoped
public class CorrectionsPage {
  private static final String ADDRESS = "/rumours/corrections?";

  @Inject private Corrections corrections;
  @Inject private Screen screen;

  private Page<Corrections.Change> page = new Page<>(List.of(), "", "");

  public void load() {
    page = corrections.list(Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<Corrections.Change> getRows() {
    return page.rows();
  }

  public String getNext() {
    return page.after().isEmpty() ? "" : ADDRESS + "after=" + page.after();
  }

  public String getPrevious() {
    return page.before().isEmpty() ? "" : ADDRESS + "before=" + page.before();
  }
}
