package firstline.market.inspect;

import firstline.market.MarketRights;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The draws, and the form of a new one. */
@Named
@RequestScoped
public class DrawsPage {
  private static final Map<Risk, String> USUAL =
      Map.of(Risk.HIGH, "20", Risk.MEDIUM, "10", Risk.LOW, "5");

  @Inject private DrawQueries queries;
  @Inject private DrawInspections drawInspections;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable UUID drawn;
  private @Nullable List<DrawQueries.Drawn> rows;

  public List<DrawQueries.Drawn> getRows() {
    if (rows == null) {
      rows = queries.latest();
    }
    return rows;
  }

  public boolean isDrawing() {
    return desk.may(MarketRights.INTAKE);
  }

  public List<GoodsGroup> getGroups() {
    return List.of(GoodsGroup.values());
  }

  public List<Risk> getRisks() {
    return List.of(Risk.values());
  }

  public String share(Risk risk) {
    return screen.names("posted")
        ? screen.parameter("share-" + risk)
        : Objects.requireNonNull(USUAL.get(risk));
  }

  public boolean chosen(GoodsGroup group) {
    return screen.parameters("group").contains(group.name());
  }

  public String typed(String field, String otherwise) {
    return screen.names("posted") ? screen.parameter(field) : otherwise;
  }

  public String getOwnArea() {
    return desk.officer().areaCode();
  }

  public void draw() {
    screen.run(
        () ->
            drawn =
                drawInspections.draw(
                    new DrawInspections.Command(
                        screen.parameter("area"),
                        screen.parameter("title"),
                        groups(),
                        number("spare"))),
        "draw.drawn",
        () -> "/console/market/draw?id=" + Objects.requireNonNull(drawn));
  }

  private Map<GoodsGroup, Map<Risk, Integer>> groups() {
    var groups = new EnumMap<GoodsGroup, Map<Risk, Integer>>(GoodsGroup.class);
    for (var group : screen.parameters("group")) {
      var shares = new EnumMap<Risk, Integer>(Risk.class);
      for (var risk : Risk.values()) {
        shares.put(risk, number("share-" + risk));
      }
      groups.put(GoodsGroup.named(group), shares);
    }
    return groups;
  }

  private int number(String field) {
    var text = screen.parameter(field).strip();
    if (!text.matches("\\d{1,5}")) {
      throw new Refusal("draw.number", text);
    }
    return Integer.parseInt(text);
  }
}
