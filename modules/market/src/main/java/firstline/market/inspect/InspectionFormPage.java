package firstline.market.inspect;

import firstline.market.operator.Operators;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An inspection as it is planned: of an operator, or to follow one up. */
@Named
@RequestScoped
public class InspectionFormPage {
  @Inject private InspectionQueries queries;
  @Inject private PlanInspection planInspection;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable UUID planned;
  private InspectionQueries.@Nullable View before;

  public List<GoodsGroup> getGroups() {
    return List.of(GoodsGroup.values());
  }

  /** The inspection that is followed up; null if the plan is a new one. */
  public InspectionQueries.@Nullable View getBefore() {
    if (before == null && screen.names("before")) {
      before = queries.one(screen.id("before"));
    }
    return before;
  }

  public String typed(String field) {
    if (screen.names("posted")) {
      return screen.parameter(field);
    }
    var earlier = getBefore();
    return switch (field) {
      case "area" -> desk.officer().areaCode();
      case "group" -> earlier == null ? "" : earlier.line().group().name();
      default -> "";
    };
  }

  public boolean ticked(String field) {
    return screen.names(field);
  }

  public void plan() {
    screen.run(
        () -> planned = made(),
        "inspection.planned",
        () -> InspectionPage.HERE + Objects.requireNonNull(planned));
  }

  private UUID made() {
    var group = GoodsGroup.named(screen.parameter("group"));
    return screen.names("before")
        ? planInspection.followUp(
            new PlanInspection.FollowUp(screen.id("before"), group, screen.parameter("title")))
        : planInspection.target(
            new PlanInspection.Target(
                screen.parameter("area"),
                new Operators.Party(
                    screen.parameter("party"),
                    screen.names("person"),
                    screen.parameter("code"),
                    screen.parameter("premises"),
                    screen.parameter("licence")),
                group,
                screen.parameter("title")));
  }
}
