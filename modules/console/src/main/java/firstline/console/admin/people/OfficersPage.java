package firstline.console.admin.people;

import firstline.console.upload.Upload;
import firstline.persistence.officer.OfficerImport;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The list of officers, and the table that brings new ones. */
@Named
@RequestScoped
public class OfficersPage {
  private static final String HERE = "/console/admin/officers";

  @Inject private OfficerQueries queries;
  @Inject private OfficerImport officerImport;
  @Inject private Upload upload;
  @Inject private Screen screen;

  public List<OfficerQueries.Line> getRows() {
    return queries.list(getWords(), screen.parameter("after"));
  }

  public String getWords() {
    return screen.parameter("q");
  }

  /** Address of the next page; empty on the last. */
  public String getNext() {
    var rows = getRows();
    return rows.size() < OfficerQueries.PAGE
        ? ""
        : HERE
            + "?q="
            + Screen.encode(getWords())
            + "&after="
            + Screen.encode(rows.get(rows.size() - 1).username());
  }

  public void importTable() {
    upload.take(content -> officerImport.run(new OfficerImport.Command(content)));
  }
}
