package firstline.market.referral;

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

/** One referral, for the authority and for the police. */
@Named
@RequestScoped
public class ReferralPage {
  /** A step that can be taken, and the article that orders it. */
  public record Choice(ReferralAction action, String article) {}

  @Inject private ReferralQueries queries;
  @Inject private CaseQueries cases;
  @Inject private MoveReferral moveReferral;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Language language;
  @Inject private Words words;

  private ReferralQueries.@Nullable Line view;
  private @Nullable List<Choice> choices;

  public void load() {
    getView();
  }

  public ReferralQueries.Line getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  /** What whoever looks may do now. */
  public List<Choice> getChoices() {
    if (choices == null) {
      choices =
          ReferralTable.next(getView().state()).stream()
              .filter(action -> desk.may(action.right()))
              .filter(
                  action ->
                      !action.right().equals(MarketRights.CASE) || cases.isMine(getView().caseId()))
              .map(action -> new Choice(action, action.article().said(language)))
              .toList();
    }
    return choices;
  }

  /** True if a step asks for the number of the police. */
  public boolean isNumbering() {
    return getChoices().stream().anyMatch(one -> one.action() == ReferralAction.ACCEPT);
  }

  public List<Happening> getHistory() {
    return queries.steps(getView().id()).stream()
        .map(
            one ->
                new Happening(
                    one.at(),
                    one.officer(),
                    one.department(),
                    words.get("referral.action." + one.what()),
                    one.reason()))
        .toList();
  }

  public String typed(String field) {
    return screen.parameter(field);
  }

  public void move(ReferralAction action) {
    screen.run(
        () -> {
          var command =
              new MoveReferral.Command(
                  screen.id(),
                  screen.version(),
                  action,
                  screen.parameter("police-number"),
                  screen.parameter("note"));
          switch (action.right()) {
            case MarketRights.HEAD -> moveReferral.byHead(command);
            case MarketRights.POLICE -> moveReferral.byPolice(command);
            default -> moveReferral.byOfficer(command);
          }
        },
        "referral.moved",
        "/console/market/referral?id=" + screen.id());
  }
}
