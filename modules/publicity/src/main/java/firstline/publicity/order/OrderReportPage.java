package firstline.publicity.order;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;

/** The report of differences. */
@Named
@RequestScoped
public class OrderReportPage {
  @Inject private OrderReport report;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Clock clock;

  private List<OrderQueries.Line> rows = List.of();

  public void load() {
    rows = report.lines(asked(), OrderReport.SHOWN);
  }

  OrderReport.Asked asked() {
    return new OrderReport.Asked(getArea(), month("from"), month("until"));
  }

  public List<OrderQueries.Line> getRows() {
    return rows;
  }

  public OrderReport.Sums getSums() {
    return OrderReport.Sums.of(rows);
  }

  /** True if the page does not show all of them. */
  public boolean isCut() {
    return rows.size() >= OrderReport.SHOWN;
  }

  public String getArea() {
    var asked = screen.parameter("area");
    return asked.matches("[0-9]{12}") ? asked : desk.officer().areaCode();
  }

  public String getFrom() {
    return month("from").toString();
  }

  public String getUntil() {
    return month("until").toString();
  }

  private YearMonth month(String name) {
    return Months.read(screen.parameter(name), YearMonth.now(clock.withZone(Clocks.ZONE)));
  }

  /** Address of the same as a table. */
  public String getTable() {
    return "/console/publicity/order-report.csv?area="
        + getArea()
        + "&from="
        + getFrom()
        + "&until="
        + getUntil();
  }
}
