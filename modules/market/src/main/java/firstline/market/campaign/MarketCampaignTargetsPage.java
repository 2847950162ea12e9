package firstline.market.campaign;

import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each area of a campaign is to reach of one figure. */
@Named
@RequestScoped
public class MarketCampaignTargetsPage {
  @Inject private CampaignQueries queries;
  @Inject private FigureQueries figures;
  @Inject private SetTargets setTargets;
  @Inject private Screen screen;

  private CampaignQueries.@Nullable View view;
  private @Nullable List<FigureQueries.Part> parts;

  public void load() {
    getView();
  }

  public CampaignQueries.View getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  public Figure getFigure() {
    return Figure.of(screen.parameter("figure"));
  }

  public List<String> getFigures() {
    return Figure.names();
  }

  public List<FigureQueries.Part> getParts() {
    if (parts == null) {
      parts =
          figures.parts(getView().line().id(), getFigure()).stream()
              .filter(part -> !part.area().equals(getView().line().area()))
              .toList();
    }
    return parts;
  }

  /** The target as typed, or as it stands. */
  public String typed(FigureQueries.Part part) {
    if (screen.names("posted")) {
      return screen.parameter("target-" + part.area());
    }
    return part.target() == 0 ? "" : getFigure().write(part.target());
  }

  public void save() {
    screen.run(
        () -> {
          var targets = new LinkedHashMap<String, String>();
          for (var part : getParts()) {
            targets.put(part.area(), screen.parameter("target-" + part.area()));
          }
          setTargets.set(new SetTargets.Command(screen.id(), getFigure(), targets));
        },
        "market-campaign.targets-set",
        () -> "/console/market/market-campaign?id=" + screen.id() + "&figure=" + getFigure());
  }
}
