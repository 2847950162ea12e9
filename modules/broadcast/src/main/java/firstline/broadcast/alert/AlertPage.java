package firstline.broadcast.alert;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.emergency.OrderEmergency;
import firstline.broadcast.schedule.PlaceNames;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One alert: what it says, and what the officer on duty makes of it. */
@Named
@RequestScoped
public class AlertPage {
  @Inject private AlertQueries queries;
  @Inject private AlertList list;
  @Inject private OrderAlert orderAlert;
  @Inject private PlaceNames placeNames;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Clock clock;

  private @Nullable AlertView view;
  private AlertList.@Nullable Facts facts;

  public void load() {
    view = queries.one(screen.id());
    facts = list.facts(screen.id());
  }

  public AlertView getView() {
    if (view == null) {
      load();
    }
    return Objects.requireNonNull(view);
  }

  public AlertList.Facts getFacts() {
    if (facts == null) {
      load();
    }
    return Objects.requireNonNull(facts);
  }

  public boolean isOnDuty() {
    return desk.may(BroadcastRights.EMERGENCY);
  }

  public boolean isOrderable() {
    return isOnDuty() && getView().state().equals("DRAFT") && getView().kind().equals("EMERGENCY");
  }

  /** True if there is a word for why it is ignored; else an officer wrote it. */
  public boolean isCoded() {
    return List.of("SCOPE", "STATUS", "MESSAGE_TYPE", "NO_INFO").contains(getView().reason());
  }

  public List<Integer> getLevels() {
    return OrderEmergency.Command.LEVELS;
  }

  /** What was typed, or what the message says. */
  public String typed(String field) {
    if (screen.names("posted")) {
      return screen.parameter(field);
    }
    return switch (field) {
      case "level" -> Integer.toString(getView().level());
      case "areas" -> placeNames.names(getView().areas());
      case "text" -> getView().text();
      case "minutes" ->
          Integer.toString(OrderEmergency.minutes(getView().expires(), clock.instant()));
      default -> "";
    };
  }

  public void order() {
    screen.run(
        () ->
            orderAlert.order(
                new OrderAlert.Command(
                    screen.id(),
                    screen.version(),
                    OrderEmergency.Command.typed(
                        typed("level"),
                        typed("text"),
                        placeNames.codes(typed("areas")),
                        typed("minutes")))),
        "broadcast.emergency.ordered",
        "/console/broadcast/emergency");
  }

  public void decline() {
    screen.run(
        () ->
            orderAlert.decline(
                new OrderAlert.Decline(screen.id(), screen.version(), screen.parameter("why"))),
        "broadcast.done",
        "/console/broadcast/alerts");
  }
}
