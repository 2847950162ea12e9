package firstline.publicity.order;

import firstline.persistence.database.Ids;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Happening;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One order: what was asked, decided, sent and came. */
@Named
@RequestScoped
public class OrderPage {
  private static final String HERE = "/console/publicity/order?id=";

  @Inject private OrderQueries queries;
  @Inject private DecideOrder decideOrder;
  @Inject private DeliverOrder deliverOrder;
  @Inject private CloseOrder closeOrder;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;

  private OrderQueries.@Nullable Line view;
  private @Nullable List<OrderQueries.Shelf> shelves;
  private @Nullable List<OrderQueries.Delivery> deliveries;

  public void load() {
    getView();
  }

  public OrderQueries.Line getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  public List<OrderQueries.Delivery> getDeliveries() {
    if (deliveries == null) {
      deliveries = queries.deliveries(getView().id());
    }
    return deliveries;
  }

  /** What happened to it besides, the newest on top. */
  public List<Happening> getHistory() {
    return queries.steps(getView().id()).stream().map(step -> step.told(words)).toList();
  }

  /** True if the officer may grant or decline it. */
  public boolean isDecidable() {
    return getView().standing().isUndecided()
        && !getView().asker().equals(desk.officer().id())
        && getView().unit().isBelow(desk.officer().scope(PublicityRights.PRINT), getView().path());
  }

  /** True if the store of the officer's own area may send for it. */
  public boolean isDeliverable() {
    return getView().standing().open() > 0
        && desk.may(PublicityRights.STOCK)
        && getView().asks(desk.officer().areaCode());
  }

  /** True if the store of the officer's own area is to say what came. */
  public boolean isReceiving() {
    return getView().standing().onTheWay() > 0
        && desk.may(PublicityRights.STOCK)
        && getView().path().endsWith(desk.officer().areaCode() + "/");
  }

  /** True if the officer may close it. */
  public boolean isClosable() {
    return switch (getView().standing().state()) {
      case OPEN, APPROVED, PART ->
          desk.officer().scope(PublicityRights.STOCK).covers(getView().path());
      case DECLINED, DELIVERED, CLOSED -> false;
    };
  }

  public List<OrderQueries.Shelf> getShelves() {
    if (shelves == null) {
      shelves = queries.shelves(getView().version());
    }
    return shelves;
  }

  /** The delivery's id: the same while the form stays, so that pressing twice sends once. */
  public String getMovement() {
    return screen.names("movement") ? screen.parameter("movement") : Ids.next().toString();
  }

  public String typed(String field, Object otherwise) {
    return screen.names(field) ? screen.parameter(field) : String.valueOf(otherwise);
  }

  public void grant() {
    done(
        () ->
            decideOrder.grant(
                new DecideOrder.Grant(screen.id(), Quantities.typed(screen, "granted"))));
  }

  public void decline() {
    done(
        () ->
            decideOrder.decline(new DecideOrder.Decline(screen.id(), screen.parameter("reason"))));
  }

  public void deliver() {
    done(
        () ->
            deliverOrder.deliver(
                new DeliverOrder.Command(
                    screen.id(),
                    screen.id("movement"),
                    screen.id("batch"),
                    Quantities.typed(screen, "quantity"))));
  }

  public void close() {
    done(() -> closeOrder.close(new CloseOrder.Command(screen.id())));
  }

  private void done(Screen.Action action) {
    screen.run(action, "publicity.done", HERE + screen.id());
  }
}
