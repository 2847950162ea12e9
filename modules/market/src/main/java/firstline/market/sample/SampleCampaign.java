package firstline.market.sample;

import firstline.market.campaign.CampaignQueries;
import firstline.market.campaign.CountCampaigns;
import firstline.market.campaign.Figure;
import firstline.market.campaign.KeepCampaign;
import firstline.market.campaign.SetTargets;
import firstline.market.campaign.TypeFigure;
import firstline.persistence.sample.SampleContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The sample city's campaign of February 2020, with targets and figures of each county. */
@ApplicationScoped
public class SampleCampaign implements SampleContribution {
  private static final String CUIPING = "511502000000";
  private static final String NANXI = "511503000000";

  /** What a county is to reach; Cuiping, the largest, the double. */
  private static final Map<Figure, String> TARGETS =
      Map.of(
          Figure.LETTERS, "4",
          Figure.CASES_FILED, "6",
          Figure.CASES_CLOSED, "3",
          Figure.FINES, "9000",
          Figure.POINTS, "8",
          Figure.ALERTS_JUDGED, "3");

  @Inject private KeepCampaign keepCampaign;
  @Inject private SetTargets setTargets;
  @Inject private TypeFigure typeFigure;
  @Inject private CountCampaigns countCampaigns;
  @Inject private CampaignQueries queries;

  @Override
  public int order() {
    // After everything that it counts.
    return 490;
  }

  @Override
  public void found(Consumer<String> seat) {
    seat.accept("market.campaign");
    var areas = queries.areas(null).stream().map(CampaignQueries.Choice::key).toList();
    var id =
        keepCampaign.plan(
            new KeepCampaign.Plan(
                "疫情防控市场秩序专项行动",
                "打击哄抬价格、囤积居奇和制售假冒伪劣防护用品，保障口罩、消毒用品和基本生活品的价格与供应。",
                KeepCampaign.phases(
                    LocalDate.of(2020, 1, 27),
                    LocalDate.of(2020, 1, 31),
                    LocalDate.of(2020, 2, 1),
                    LocalDate.of(2020, 2, 15),
                    LocalDate.of(2020, 2, 16),
                    LocalDate.of(2020, 2, 25),
                    LocalDate.of(2020, 2, 26),
                    LocalDate.of(2020, 2, 29)),
                areas,
                queries.departments(null).stream()
                    .limit(3)
                    .map(one -> UUID.fromString(one.key()))
                    .toList(),
                List.of(),
                List.of()));
    TARGETS.forEach(
        (figure, target) -> {
          var targets = new LinkedHashMap<String, String>();
          areas.forEach(
              area ->
                  targets.put(
                      area,
                      area.equals(CUIPING) ? Long.toString(2 * Long.parseLong(target)) : target));
          setTargets.set(new SetTargets.Command(id, figure, targets));
        });
    // Nanxi counts on paper, and has counted more points than brought quotes.
    typeFigure.type(
        new TypeFigure.Command(
            id, NANXI, Figure.POINTS, LocalDate.of(2020, 2, 29), "16", "南溪区专班日报第29期"));
    typeFigure.type(
        new TypeFigure.Command(
            id, CUIPING, Figure.POINTS, LocalDate.of(2020, 2, 29), "12", "翠屏区专班日报第29期"));
    countCampaigns.recount(id);
  }
}
