package firstline.market.measure;

import firstline.market.MarketRights;
import firstline.market.casefile.CaseQueries;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Happening;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Language;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One measure: its goods, its days, and what may be done with it now. */
@Named
@RequestScoped
public class MeasurePage {
  /** A step that can be taken, and the article that orders it. */
  public record Choice(MeasureAction action, String article) {}

  @Inject private MeasureQueries queries;
  @Inject private CaseQueries cases;
  @Inject private MoveMeasure moveMeasure;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Language language;
  @Inject private Words words;

  private MeasureQueries.@Nullable Line view;
  private @Nullable List<Choice> choices;

  public void load() {
    getView();
  }

  public MeasureQueries.Line getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  public List<Goods> getGoods() {
    return queries.goods(getView().id());
  }

  /** What whoever looks may do now. */
  public List<Choice> getChoices() {
    if (choices == null) {
      var mine = desk.may(MarketRights.CASE) && cases.isMine(getView().caseId());
      choices =
          MeasureTable.next(getView().kind(), getView().state()).stream()
              .filter(
                  action ->
                      action.right().equals(MarketRights.CASE) ? mine : desk.may(action.right()))
              .map(action -> new Choice(action, action.article().said(language)))
              .toList();
    }
    return choices;
  }

  public List<Happening> getHistory() {
    return queries.steps(getView().id()).stream()
        .map(
            step ->
                new Happening(
                    step.at(),
                    step.officerName(),
                    "",
                    words.get("measure.action." + step.action()),
                    step.note()))
        .toList();
  }

  public String getNote() {
    return screen.parameter("note");
  }

  public void move(MeasureAction action) {
    screen.run(
        () -> {
          var command =
              new MoveMeasure.Command(
                  screen.id(), screen.version(), action, screen.parameter("note"));
          if (action.right().equals(MarketRights.HEAD)) {
            moveMeasure.byHead(command);
          } else {
            moveMeasure.byOfficer(command);
          }
        },
        "measure.moved",
        "/console/market/measure?id=" + screen.id());
  }
}
