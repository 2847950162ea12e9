package firstline.market.sample;

import firstline.market.campaign.CampaignQueries;
import firstline.market.campaign.CountCampaigns;
import firstline.market.campaign.Figure;
import firstline.market.campaign.KeepCampaign;
import firstline.market.campaign.SetTargets;
import firstline.market.campaign.TypeFigure;
import firstline.market.casefile.CaseQueries;
import firstline.market.casefile.CaseState;
import firstline.market.typical.TypicalCases;
import firstline.persistence.page.Cursor;
import firstline.persistence.sample.SampleContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
  @Inject private CaseQueries cases;
  @Inject private TypicalCases typicalCases;

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
    tell(seat);
  }

  /** One of the decisions that are shown, as a typical case. */
  private void tell(Consumer<String> seat) {
    seat.accept("market.officer");
    var shown =
        Stream.of(CaseState.ARCHIVED, CaseState.CLOSED, CaseState.PERFORMED)
            .flatMap(
                state ->
                    cases
                        .list(new CaseQueries.Filter(state.name(), "", false), Cursor.START)
                        .rows()
                        .stream())
            .map(CaseQueries.Line::id)
            .filter(one -> typicalCases.of(one).isPresent())
            .findFirst();
    if (shown.isEmpty()) {
      return;
    }
    typicalCases.write(
        new TypicalCases.Write(
            shown.get(),
            "口罩涨价不标价，药店被罚",
            "疫情防控期间，某药店销售的口罩未标明价格，且售价远高于1月19日。市场监管部门依法立案调查，责令改正，并处罚款。"
                + "请各经营者引以为戒，明码标价，不囤积、不哄抬。"));
    var hash = typicalCases.of(shown.get()).orElseThrow().hash();
    seat.accept("market.head");
    typicalCases.publish(new TypicalCases.Publish(shown.get(), hash));
  }
}
