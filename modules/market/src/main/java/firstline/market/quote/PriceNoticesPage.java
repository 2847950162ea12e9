package firstline.market.quote;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of price notices: the place in the address. */
@Named
@RequestScoped
public class PriceNoticesPage {
  private static final String LIST = "/console/market/price-notices";

  @Inject private PriceNotices notices;
  @Inject private Screen screen;

  private @Nullable Page<PriceNotices.Line> page;

  private Page<PriceNotices.Line> page() {
    if (page == null) {
      page =
          notices.list(getQ(), Cursor.read(screen.parameter("after"), screen.parameter("before")));
    }
    return page;
  }

  public String getQ() {
    return screen.parameter("q");
  }

  public List<PriceNotices.Line> getRows() {
    return page().rows();
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page().after().isEmpty()
        ? ""
        : LIST + "?q=" + Screen.encode(getQ()) + "&after=" + page().after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page().before().isEmpty()
        ? ""
        : LIST + "?q=" + Screen.encode(getQ()) + "&before=" + page().before();
  }
}
