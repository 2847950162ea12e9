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
    return List.of(1, 2, 3, 4);
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
    screen.run(
        () ->
            orderEmergency.order(
                new OrderEmergency.Command(
                    level(), typed("text"), placeNames.codes(typed("areas")), minutes())),
        "broadcast.emergency.ordered",
        HERE);
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
        () ->
            keepTemplates.keep(
                new KeepTemplates.Command(
                    screen.parameter("name"), level(), typed("text"), minutes())),
        "broadcast.saved",
        HERE);
  }

  public void remove() {
    screen.run(
        () -> keepTemplates.remove(new KeepTemplates.Remove(screen.id("remove"))),
        "broadcast.done",
        HERE);
  }

  private int level() {
    if (!typed("level").matches("[1-4]")) {
      throw new Refusal("emergency.level");
    }
    return Integer.parseInt(typed("level"));
  }

  private int minutes() {
    if (!typed("minutes").matches("[0-9]{1,4}")) {
      throw new Refusal("schedule.number", typed("minutes"));
    }
    return Integer.parseInt(typed("minutes"));
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
