package firstline.market.casefile;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.LEGAL;
import static firstline.market.MarketRights.PUBLISH;

import firstline.market.money.Fen;
import firstline.market.money.FineRange;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One case: what is lawful now, its terms, money, evidence and history. */
@Named
@RequestScoped
public class CasePage {
  private static final String HERE = "/console/market/case?id=";
  private static final Set<CaseState> PAYABLE =
      Set.of(
          CaseState.SERVED,
          CaseState.PAYMENT_DUE,
          CaseState.OVERDUE,
          CaseState.DEMANDED,
          CaseState.COURT);

  /** A step that can be taken, and the article that orders it. */
  public record Choice(CaseAction action, String article) {}

  @Inject private CaseQueries queries;
  @Inject private OperatorCases operators;
  @Inject private MoveCase moveCase;
  @Inject private RecordPayment recordPayment;
  @Inject private TakeEvidence takeEvidence;
  @Inject private PublishDecision publishDecision;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Language language;

  private CaseQueries.@Nullable View view;
  private @Nullable List<Choice> choices;
  private Cases.@Nullable Owed owed;
  private @Nullable List<CaseQueries.Piece> evidence;
  private @Nullable Part file;

  public void load() {
    getView();
  }

  public CaseQueries.View getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  private CaseState state() {
    return getView().line().state();
  }

  private boolean mine() {
    return desk.may(CASE) && queries.isMine(getView().line().id());
  }

  /** What whoever looks may do now. */
  public List<Choice> getChoices() {
    if (choices == null) {
      var mine = mine();
      choices =
          Stream.of(HEAD, CASE, LEGAL)
              .filter(right -> right.equals(CASE) ? mine : desk.may(right))
              .flatMap(right -> CaseTable.next(state(), right).stream())
              .map(action -> new Choice(action, action.article().said(language)))
              .toList();
    }
    return choices;
  }

  /** True if one of the steps asks for it. */
  public boolean asks(String what) {
    return getChoices().stream()
        .map(Choice::action)
        .anyMatch(
            action ->
                switch (what) {
                  case "officers" -> action == CaseAction.ASSIGN;
                  case "proposal" ->
                      action == CaseAction.CONCLUDE || action == CaseAction.DECIDE_ON_SPOT;
                  case "defence" -> action == CaseAction.HEAR_DEFENCE;
                  case "day" -> action == CaseAction.SERVE;
                  case "ground" -> action == CaseAction.REJECT;
                  default -> false;
                });
  }

  public List<CaseQueries.Person> getPeople() {
    return queries.qualified(getView().area());
  }

  public boolean named(CaseQueries.Person person) {
    return screen.parameters("officer").contains(person.id().toString());
  }

  /** The lawful range of the fine where nothing was gained, in yuan; empty if no table says it. */
  public String getRange() {
    return range().map(one -> yuan(one.least()) + "–" + yuan(one.most())).orElse("");
  }

  /** The article of the range. */
  public String getRangeSource() {
    return range().map(one -> language.english() ? one.sourceEn() : one.sourceZh()).orElse("");
  }

  private Optional<FineRange.Range> range() {
    return getView()
        .line()
        .matter()
        .rule()
        .map(rule -> FineRange.of(rule, getView().person(), null, FineRange.Gravity.COMMON));
  }

  public List<Outcome> getOutcomes() {
    return List.of(Outcome.values());
  }

  public List<CaseQueries.Event> getEvents() {
    return queries.events(getView().line().id());
  }

  public List<CaseQueries.Piece> getEvidence() {
    if (evidence == null) {
      evidence = queries.evidence(getView().line().id());
    }
    return evidence;
  }

  public List<CaseQueries.Payment> getPayments() {
    return queries.payments(getView().line().id());
  }

  public List<CaseQueries.Line> getEarlier() {
    return operators.earlier(getView().operator(), getView().line().id());
  }

  public Cases.Owed getOwed() {
    if (owed == null) {
      owed = queries.owed(getView().line().id());
    }
    return Objects.requireNonNull(owed);
  }

  public String yuan(long fen) {
    return Fen.write(fen);
  }

  public boolean isTaking() {
    return state() == CaseState.INVESTIGATING && mine();
  }

  public boolean isHanding() {
    return !getEvidence().isEmpty() && mine();
  }

  public boolean isPaying() {
    return PAYABLE.contains(state()) && getOwed().all() > 0 && mine();
  }

  public CaseQueries.@Nullable Shown getShown() {
    return queries.shown(getView().line().id()).orElse(null);
  }

  /** True if whoever looks may publish it now. */
  public boolean isPublishing() {
    return desk.may(PUBLISH)
        && getView().servedOn() != null
        && getView().outcome() == Outcome.PENALTY
        && !getView().simple()
        && getView().penalty().payable() > 0
        && getShown() == null;
  }

  public boolean isWithdrawing() {
    return desk.may(PUBLISH) && getShown() != null && getShown().now();
  }

  public List<TakeEvidence.Kind> getKinds() {
    return List.of(TakeEvidence.Kind.values());
  }

  public List<RecordPayment.Kind> getPayKinds() {
    return List.of(RecordPayment.Kind.values());
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  public String typed(String field) {
    return typed(field, "");
  }

  public String typed(String field, String otherwise) {
    return screen.names("posted") ? screen.parameter(field) : otherwise;
  }

  public boolean ticked(String field) {
    return screen.names(field);
  }

  /** Takes the step. */
  public void move(CaseAction action) {
    done(
        () -> {
          var command = new MoveCase.Command(screen.id(), screen.version(), action, input(action));
          switch (action.right()) {
            case HEAD -> moveCase.byHead(command);
            case LEGAL -> moveCase.byReviewer(command);
            default -> moveCase.byOfficer(command);
          }
        },
        "case.moved");
  }

  private MoveCase.Input input(CaseAction action) {
    return new MoveCase.Input(
        screen.parameters("officer").stream().map(CasePage::id).toList(),
        action == CaseAction.CONCLUDE || action == CaseAction.DECIDE_ON_SPOT ? proposal() : null,
        screen.names("told"),
        screen.parameter("defence"),
        screen.names("hearing"),
        Typed.day(screen, "day"),
        screen.parameter("ground"),
        screen.parameter("note"));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal("case.officer");
    }
  }

  private MoveCase.Proposal proposal() {
    return new MoveCase.Proposal(
        Typed.of(screen.parameter("outcome"), Outcome.values(), Outcome.PENALTY),
        new Penalty(
            screen.names("warning"),
            Fen.read(screen.parameter("fine")),
            Fen.read(screen.parameter("confiscated")),
            Fen.read(screen.parameter("refund"))),
        screen.parameter("facts"),
        screen.parameter("basis"),
        Typed.day(screen, "admonished"),
        Typed.day(screen, "refund-by"),
        screen.names("heavier"),
        Arrays.stream(Lighter.values())
            .filter(one -> one.name().equals(screen.parameter("lighter")))
            .findFirst()
            .orElse(null));
  }

  public void publish() {
    done(
        () ->
            publishDecision.publish(
                new PublishDecision.Publish(screen.id(), screen.names("minor"))),
        "case.published");
  }

  public void withdraw() {
    done(
        () ->
            publishDecision.withdraw(
                new PublishDecision.Withdraw(screen.id(), screen.parameter("why"))),
        "case.withdrawn");
  }

  public void take() {
    done(
        () -> {
          var part = file == null || file.getSize() == 0 ? null : file;
          try (var content = part == null ? null : part.getInputStream()) {
            takeEvidence.take(
                new TakeEvidence.Command(
                    screen.id(),
                    Typed.of(
                        screen.parameter("kind"),
                        TakeEvidence.Kind.values(),
                        TakeEvidence.Kind.RECORD),
                    screen.parameter("title"),
                    screen.parameter("origin"),
                    content,
                    part == null
                        ? ""
                        : Objects.requireNonNullElse(part.getSubmittedFileName(), "")));
          }
        },
        "case.evidence.taken");
  }

  public void hand() {
    done(
        () ->
            takeEvidence.hand(
                new TakeEvidence.Hand(screen.id("evidence"), screen.parameter("holder"))),
        "case.evidence.handed");
  }

  public void pay() {
    done(
        () ->
            recordPayment.pay(
                new RecordPayment.Command(
                    screen.id(),
                    Typed.of(
                        screen.parameter("pay-kind"),
                        RecordPayment.Kind.values(),
                        RecordPayment.Kind.FINE),
                    Fen.read(screen.parameter("amount")),
                    Typed.day(screen, "paid-on"),
                    screen.parameter("receipt"))),
        "case.paid");
  }

  private void done(Screen.Action action, String key) {
    screen.run(action, key, HERE + screen.id());
  }
}
