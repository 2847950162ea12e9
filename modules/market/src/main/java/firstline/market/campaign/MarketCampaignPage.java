package firstline.market.campaign;

import firstline.market.MarketRights;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One campaign: its plan, all figures in short, and one of them by area, phase and day. */
@Named
@RequestScoped
public class MarketCampaignPage {
  @Inject private CampaignQueries queries;
  @Inject private FigureQueries figures;
  @Inject private CountCampaigns countCampaigns;
  @Inject private KeepCampaign keepCampaign;
  @Inject private TypeFigure typeFigure;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private CampaignQueries.@Nullable View view;
  private @Nullable List<FigureQueries.Sum> sums;
  private @Nullable List<FigureQueries.Part> parts;
  private @Nullable List<FigureQueries.Day> days;
  private @Nullable List<FigureQueries.Shift> shifts;

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

  public List<Phase> getPhases() {
    return List.of(Phase.values());
  }

  /** First and last day of a phase, in words. */
  public String days(Phase phase) {
    var days = getView().phases().get(phase);
    return days == null ? "" : days.first() + " – " + days.last();
  }

  public List<FigureQueries.Sum> getSums() {
    if (sums == null) {
      sums = figures.sums(getView().line().id());
    }
    return sums;
  }

  public List<FigureQueries.Part> getParts() {
    if (parts == null) {
      parts = figures.parts(getView().line().id(), getFigure());
    }
    return parts;
  }

  /** Areas for which the officer may type a figure. */
  public List<FigureQueries.Part> getTypable() {
    return getParts().stream()
        .filter(part -> !part.area().equals(getView().line().area()))
        .toList();
  }

  private List<FigureQueries.Day> days() {
    if (days == null) {
      days = figures.days(getView().line().id(), getFigure());
    }
    return days;
  }

  public DayChart getChart() {
    return DayChart.of(getFigure(), days());
  }

  /** The days that counted something, the latest first. */
  public List<FigureQueries.Day> getDays() {
    var counted = new ArrayList<>(days().stream().filter(day -> day.value() != 0).toList());
    Collections.reverse(counted);
    return counted;
  }

  public List<FigureQueries.Shift> getShifts() {
    if (shifts == null) {
      shifts = figures.shifts(getView().line().id());
    }
    return shifts;
  }

  /** A gap with its sign. */
  public String gap(FigureQueries.Typed typed) {
    return (typed.gap() > 0 ? "+" : "") + getFigure().show(typed.gap());
  }

  /** True if the officer leads it: plans it anew, sets targets, counts, closes. */
  public boolean isLeading() {
    return getView().own() && isTyping();
  }

  /** True if the officer may type figures. */
  public boolean isTyping() {
    return desk.may(MarketRights.CAMPAIGN)
        && getView().line().state() != CampaignQueries.State.CLOSED;
  }

  public String typed(String field) {
    return screen.parameter(field);
  }

  private String here() {
    return "/console/market/market-campaign?id=" + screen.id() + "&figure=" + getFigure();
  }

  public void count() {
    screen.run(() -> countCampaigns.recount(screen.id()), "market-campaign.counted", here());
  }

  public void close() {
    screen.run(() -> keepCampaign.close(screen.id()), "market-campaign.was-closed", here());
  }

  public void type() {
    screen.run(
        () ->
            typeFigure.type(
                new TypeFigure.Command(
                    screen.id(),
                    screen.parameter("part"),
                    getFigure(),
                    day(),
                    screen.parameter("value"),
                    screen.parameter("source"))),
        "market-campaign.typed-in",
        this::here);
  }

  private LocalDate day() {
    try {
      return LocalDate.parse(screen.parameter("day"));
    } catch (DateTimeParseException e) {
      throw new Refusal(
          "market-campaign.day",
          getView().line().first().toString(),
          getView().line().last().toString());
    }
  }
}
