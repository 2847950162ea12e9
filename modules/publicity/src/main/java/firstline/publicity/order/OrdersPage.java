package firstline.publicity.order;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The list of orders. */
@Named
@RequestScoped
public class OrdersPage {
  private static final String HERE = "/console/publicity/orders?show=";

  @Inject private OrderQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private Page<OrderQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page = queries.list(show(), Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  private OrderQueries.Show show() {
    return Arrays.stream(OrderQueries.Show.values())
        .filter(one -> one.name().equals(screen.parameter("show")))
        .findFirst()
        .orElse(OrderQueries.Show.ALL);
  }

  public String getShow() {
    return show().name();
  }

  /** What may be shown. */
  public List<String> getShows() {
    return Arrays.stream(OrderQueries.Show.values()).map(Enum::name).toList();
  }

  public List<OrderQueries.Line> getRows() {
    return page.rows();
  }

  public boolean isAsking() {
    return desk.may(PublicityRights.STOCK);
  }

  public boolean isSetting() {
    return desk.may(PublicityRights.PRINT);
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page.after().isEmpty() ? "" : HERE + show() + "&after=" + page.after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page.before().isEmpty() ? "" : HERE + show() + "&before=" + page.before();
  }
}
