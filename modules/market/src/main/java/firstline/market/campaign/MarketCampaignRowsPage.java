package firstline.market.campaign;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The records behind a figure. */
@Named
@RequestScoped
public class MarketCampaignRowsPage {
  @Inject private CampaignQueries queries;
  @Inject private FigureQueries figures;
  @Inject private Screen screen;

  private CampaignQueries.@Nullable View view;
  private List<FigureQueries.Counted> rows = List.of();

  public void load() {
    rows =
        figures.records(
            new FigureQueries.Asked(
                getView().line().id(), getFigure(), getArea(), day("from"), day("until")),
            screen.parameter("after").isEmpty() ? null : screen.id("after"));
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

  public String getArea() {
    return screen.parameter("part");
  }

  /** The days that are shown, in words; empty for all. */
  public String getDays() {
    var from = day("from");
    var until = day("until");
    return from == null || until == null
        ? ""
        : from.equals(until) ? from.toString() : from + " – " + until;
  }

  private @Nullable LocalDate day(String name) {
    var typed = screen.parameter(name);
    if (typed.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new Refusal("quote.date", typed);
    }
  }

  public List<FigureQueries.Counted> getRows() {
    return rows.size() > FigureQueries.SIZE ? rows.subList(0, FigureQueries.SIZE) : rows;
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    if (rows.size() <= FigureQueries.SIZE) {
      return "";
    }
    return "/console/market/market-campaign-rows?id="
        + screen.id()
        + "&figure="
        + getFigure()
        + "&part="
        + Screen.encode(getArea())
        + "&from="
        + Screen.encode(screen.parameter("from"))
        + "&until="
        + Screen.encode(screen.parameter("until"))
        + "&after="
        + rows.get(FigureQueries.SIZE - 1).key();
  }
}
