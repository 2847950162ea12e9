package firstline.publicity.desk;

import firstline.persistence.database.Ids;
import firstline.persistence.sample.SampleContribution;
import firstline.persistence.time.Clocks;
import firstline.publicity.ledger.MoveCopies;
import firstline.publicity.ledger.Movement;
import firstline.publicity.order.DecideOrder;
import firstline.publicity.order.DeliverOrder;
import firstline.publicity.order.OrderCopies;
import firstline.publicity.order.OrderQueries;
import firstline.publicity.order.SetQuota;
import firstline.publicity.order.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The sample city's orders: one came short by two, one waits for a store, one is on the way, one
 * waits for a decision, one was declined.
 */
@ApplicationScoped
public class SampleOrders implements SampleContribution {
  private static final String CITY = SampleVersions.CITY;
  private static final String COUNTY = "511502000000";
  private static final String TOWN = "511502101000";
  private static final String VILLAGE = "511502101007";
  private static final Map<Unit, Long> QUOTAS =
      Map.of(Unit.COUNTY, 2_000L, Unit.TOWNSHIP, 500L, Unit.VILLAGE, 200L, Unit.DEPARTMENT, 300L);

  @Inject private SetQuota setQuota;
  @Inject private OrderCopies orderCopies;
  @Inject private DecideOrder decideOrder;
  @Inject private DeliverOrder deliverOrder;
  @Inject private OrderQueries queries;
  @Inject private MoveCopies moveCopies;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 212;
  }

  @Override
  public void found(Consumer<String> seat) {
    seat.accept("material.publisher");
    var month = YearMonth.now(clock.withZone(Clocks.ZONE));
    QUOTAS.forEach((unit, copies) -> setQuota.set(new SetQuota.Command(CITY, unit, month, copies)));
    seat.accept("storekeeper.lizhuang");
    var citizens = version("致市民朋友的一封信");
    var travellers = version("旅客防疫须知");
    var town = order(TOWN, citizens, 300, "古镇游客中心和各村公告栏");
    order(VILLAGE, citizens, 150, "入户走访发放");
    order(TOWN, travellers, 900, "春运期间游客集散点");
    seat.accept("storekeeper.cuiping");
    var county = order(COUNTY, citizens, 1_500, "补充区级库存");
    var declined = order(COUNTY, travellers, 50_000, "全区备用");
    var batch = queries.shelves(citizens).get(0).batch();
    var sent = deliver(town, batch, 120);
    seat.accept("storekeeper");
    deliver(county, batch, 500);
    seat.accept("storekeeper.lizhuang");
    moveCopies.move(
        new Movement(Ids.next(), batch, Movement.Kind.RECEIVE, TOWN, "", sent, 118, "", 0, "", ""));
    seat.accept("material.publisher");
    decideOrder.decline(new DecideOrder.Decline(declined, "全市只印了三千份，请按实际客流申领"));
  }

  private UUID version(String title) {
    return queries.orderable().stream()
        .filter(one -> one.title().equals(title))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private UUID order(String area, UUID version, long quantity, String purpose) {
    return orderCopies.order(new OrderCopies.Command(area, false, version, quantity, purpose));
  }

  private UUID deliver(UUID order, UUID batch, long quantity) {
    var movement = Ids.next();
    deliverOrder.deliver(new DeliverOrder.Command(order, movement, batch, quantity));
    return movement;
  }
}
