package firstline.publicity.ledger;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The list of batches. */
@Named
@RequestScoped
public class BatchesPage {
  @Inject private LedgerQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private Page<LedgerQueries.Batch> page = new Page<>(List.of(), "", "");

  public void load() {
    page = queries.list(getQ(), Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public String getQ() {
    return screen.parameter("q");
  }

  public List<LedgerQueries.Batch> getRows() {
    return page.rows();
  }

  public boolean isPrinting() {
    return desk.may(PublicityRights.PRINT);
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page.after().isEmpty() ? "" : filters() + "&after=" + page.after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page.before().isEmpty() ? "" : filters() + "&before=" + page.before();
  }

  private String filters() {
    return "/console/publicity/batches?q=" + Screen.encode(getQ());
  }
}
