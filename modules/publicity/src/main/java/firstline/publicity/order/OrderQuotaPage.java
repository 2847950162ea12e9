package firstline.publicity.order;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/** The quotas of the officer's areas, and one as it is typed. */
@Named
@RequestScoped
public class OrderQuotaPage {
  @Inject private QuotaQueries queries;
  @Inject private SetQuota setQuota;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Clock clock;

  public List<QuotaQueries.Line> getRows() {
    return queries.list();
  }

  public List<String> getUnits() {
    return Arrays.stream(Unit.values()).map(Enum::name).toList();
  }

  public String typed(String field) {
    if (screen.names("posted")) {
      return screen.parameter(field);
    }
    return switch (field) {
      case "area" -> desk.officer().areaCode();
      case "since" -> YearMonth.now(clock.withZone(Clocks.ZONE)).toString();
      default -> "";
    };
  }

  public void set() {
    screen.run(
        () ->
            setQuota.set(
                new SetQuota.Command(
                    screen.parameter("area"),
                    Unit.of(screen.parameter("unit")).orElseThrow(() -> new Refusal("order.kind")),
                    since(),
                    Quantities.typed(screen, "copies"))),
        "publicity.saved",
        "/console/publicity/order-quota");
  }

  private YearMonth since() {
    var typed = screen.parameter("since");
    var month = Months.read(typed, YearMonth.of(1, 1));
    if (!month.toString().equals(typed)) {
      throw new Refusal("order.month", typed);
    }
    return month;
  }
}
