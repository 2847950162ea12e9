package firstline.broadcast.emergency;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.schedule.PlaceNames;
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
  @Inject private KeepTemplates keepTemplates;
  @Inject private PlaceNames placeNames;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<EmergencyQueries.OnAir> rows;
  private @Nullable List<KeepTemplates.Template> templates;

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
    return OrderEmergency.Command.LEVELS;
  }

  /** What was typed, or what is usual. */
  public String typed(String field) {
    var typed = screen.parameter(field);
    if (!typed.isEmpty() || screen.names("posted")) {
      return typed;
    }
    var template = getTemplate();
    return switch (field) {
      case "level" -> template == null ? "" : Integer.toString(template.level());
      case "text" -> template == null ? "" : template.text();
      case "areas" -> placeNames.names(List.of(desk.officer().areaCode()));
      case "minutes" -> template == null ? "30" : Integer.toString(template.minutes());
      default -> "";
    };
  }

  public void order() {
    screen.run(() -> orderEmergency.order(command()), "broadcast.emergency.ordered", HERE);
  }

  public List<KeepTemplates.Template> getTemplates() {
    if (templates == null) {
      templates = keepTemplates.list();
    }
    return templates;
  }

  /** The one that the address names, or null. */
  public KeepTemplates.@Nullable Template getTemplate() {
    return getTemplates().stream()
        .filter(one -> one.id().toString().equals(screen.parameter("template")))
        .findFirst()
        .orElse(null);
  }

  /** Keeps what is typed under a name. */
  public void keep() {
    screen.run(
        () -> keepTemplates.keep(KeepTemplates.Command.of(screen.parameter("name"), command())),
        "broadcast.saved",
        HERE);
  }

  public void remove() {
    screen.run(
        () -> keepTemplates.remove(new KeepTemplates.Remove(screen.id("remove"))),
        "broadcast.done",
        HERE);
  }

  private OrderEmergency.Command command() {
    return OrderEmergency.Command.typed(
        typed("level"), typed("text"), placeNames.codes(typed("areas")), typed("minutes"));
  }

  public void cancel() {
    screen.run(
        () ->
            cancelEmergency.cancel(
                new CancelEmergency.Command(
                    screen.id(), screen.version(), screen.parameter("why"))),
        "broadcast.emergency.cancelled",
        HERE);
  }
}
