package firstline.broadcast.emergency;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.schedule.PlaceNames;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page for what must be heard now: level, areas, text; and what is on the air. */
@Named
@RequestScoped
public class EmergencyPage {
  private static final String HERE = "/console/broadcast/emergency";

  @Inject private EmergencyQueries queries;
  @Inject private OrderEmergency orderEmergency;
  @Inject private CancelEmergency cancelEmergency;
  @Inject private PlaceNames placeNames;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<EmergencyQueries.OnAir> rows;

  public List<EmergencyQueries.OnAir> getRows() {
    if (rows == null) {
      rows = queries.onAir();
    }
    return rows;
  }

  public boolean isOnDuty() {
    return desk.may(BroadcastRights.EMERGENCY);
  }

  public List<Integer> getLevels() {
    return List.of(1, 2, 3, 4);
  }

  /** What was typed, or what is usual. */
  public String typed(String field) {
    var typed = screen.parameter(field);
    if (!typed.isEmpty() || screen.names("posted")) {
      return typed;
    }
    return switch (field) {
      case "areas" -> placeNames.names(List.of(desk.officer().areaCode()));
      case "minutes" -> "30";
      default -> "";
    };
  }

  public void order() {
    screen.run(
        () -> {
          if (!typed("level").matches("[1-4]")) {
            throw new Refusal("emergency.level");
          }
          if (!typed("minutes").matches("[0-9]{1,4}")) {
            throw new Refusal("schedule.number", typed("minutes"));
          }
          orderEmergency.order(
              new OrderEmergency.Command(
                  Integer.parseInt(typed("level")),
                  typed("text"),
                  placeNames.codes(typed("areas")),
                  Integer.parseInt(typed("minutes"))));
        },
        "broadcast.emergency.ordered",
        HERE);
  }

  public void cancel() {
    screen.run(
        () ->
            cancelEmergency.cancel(
                new CancelEmergency.Command(
                    screen.id(),
                    Long.parseLong(screen.parameter("version")),
                    screen.parameter("why"))),
        "broadcast.emergency.cancelled",
        HERE);
  }
}
