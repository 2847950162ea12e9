package firstline.publicity.order;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as it is typed. */
@Named
@RequestScoped
public class OrderFormPage {
  @Inject private OrderQueries queries;
  @Inject private OrderCopies orderCopies;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<OrderQueries.Orderable> versions;
  private @Nullable UUID ordered;

  public List<OrderQueries.Orderable> getVersions() {
    if (versions == null) {
      versions = queries.orderable();
    }
    return versions;
  }

  /** This month of the officer's area; null for the city's, which asks nobody. */
  public Quotas.@Nullable Month getArea() {
    return queries.month(false).orElse(null);
  }

  /** This month of the officer's department. */
  public Quotas.Month getDepartment() {
    return queries.month(true).orElseThrow();
  }

  public String getAreaName() {
    return desk.officer().areaName();
  }

  public String getDepartmentName() {
    return desk.officer().departmentName();
  }

  public String typed(String field) {
    return field.equals("area") && !screen.names("posted")
        ? desk.officer().areaCode()
        : screen.parameter(field);
  }

  public void order() {
    screen.run(
        () ->
            ordered =
                orderCopies.order(
                    new OrderCopies.Command(
                        screen.parameter("area"),
                        screen.parameter("for").equals("department"),
                        screen.id("version"),
                        Quantities.typed(screen, "quantity"),
                        screen.parameter("purpose"))),
        "order.asked.done",
        () -> "/console/publicity/order?id=" + Objects.requireNonNull(ordered));
  }
}
