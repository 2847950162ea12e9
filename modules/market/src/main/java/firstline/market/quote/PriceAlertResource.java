package firstline.market.quote;

import firstline.persistence.requirement.Requirement;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Price alerts for programs. */
@Path("/market/price-alerts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PriceAlertResource {
  private static final int MOST = 1_000;

  /**
   * An alert.
   *
   * @param day first day it fired, {@code 2020-02-03}
   * @param until the latest day
   * @param days how many days it fired on
   * @param evidence the figures it fired on, on its first day
   */
  public record Item(
      UUID id,
      String point,
      String goods,
      String day,
      String rung,
      String level,
      Map<String, Double> evidence,
      String until,
      int days,
      String state) {}

  @Inject private AlertQueries queries;

  @GET
  @Operation(
      summary =
          "Price alerts, the latest day first; at most 1,000, the id of the last one as after"
              + " brings the next")
  @Requirement("R87.4")
  public List<Item> list(
      @QueryParam("point") @DefaultValue("") String point,
      @QueryParam("goods") @DefaultValue("") String goods,
      @QueryParam("rung") @DefaultValue("") String rung,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("area") @DefaultValue("") String area,
      @QueryParam("after") @Nullable UUID after,
      @QueryParam("limit") @DefaultValue("1000") int limit) {
    var asked = new AlertQueries.Asked(state, rung, point, goods, area);
    return queries.list(asked, after, Math.max(1, Math.min(MOST, limit))).stream()
        .map(
            one ->
                new Item(
                    one.id(),
                    one.point(),
                    one.goods(),
                    one.day().toString(),
                    one.rung().name(),
                    one.level().name(),
                    one.evidence(),
                    one.until().toString(),
                    one.days(),
                    one.state().name()))
        .toList();
  }
}
