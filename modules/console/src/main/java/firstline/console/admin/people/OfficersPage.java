package firstline.console.admin.people;

import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of officers. */
@Named
@RequestScoped
public class OfficersPage {
  private static final String HERE = "/console/admin/officers";

  @Inject private OfficerQueries queries;
  @Inject private Screen screen;

  private @Nullable List<OfficerQueries.Line> rows;

  /** Read at the first use: the page asks for the rows more than once. */
  public List<OfficerQueries.Line> getRows() {
    if (rows == null) {
      rows = queries.list(getWords(), screen.parameter("after"));
    }
    return rows;
  }

  public String getWords() {
    return screen.parameter("q");
  }

  /** Address of the next page; empty on the last. */
  public String getNext() {
    var page = getRows();
    return page.size() < OfficerQueries.PAGE
        ? ""
        : HERE
            + "?q="
            + Screen.encode(getWords())
            + "&after="
            + Screen.encode(page.get(page.size() - 1).username());
  }
}
