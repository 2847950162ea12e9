package firstline.rumour.appeal;

import firstline.persistence.masking.Masking;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Happening;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import firstline.rumour.rebuttal.VersionKind;
import firstline.rumour.text.TypedTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One appeal on the screen and what may be done with it now. */
@Named
@RequestScoped
public class AppealPage {
  @Inject private AppealQueries queries;
  @Inject private AcknowledgeAppeal acknowledgeAppeal;
  @Inject private TakeUpAppeal takeUpAppeal;
  @Inject private RecordOpinion recordOpinion;
  @Inject private AnswerAppeal answerAppeal;
  @Inject private ShowContact showContact;
  @Inject private Masking masking;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;

  private AppealQueries.@Nullable View view;
  private String contact = "";

  public void load() {
    view = queries.one(screen.id());
    if (view.masked() != null) {
      var command = new ShowContact.Command(view.id());
      contact =
          masking.onPage(
              view.id(), () -> showContact.show(command), () -> showContact.again(command));
    }
  }

  public AppealQueries.View getView() {
    if (view == null) {
      load();
    }
    return Objects.requireNonNull(view);
  }

  public boolean isAcknowledgeable() {
    return getView().isOpen() && getView().acknowledgedAt() == null;
  }

  public boolean isMine() {
    return desk.officer().id().equals(getView().reviewerId());
  }

  public boolean isTakeable() {
    return getView().isOpen() && !isMine();
  }

  public boolean isAnswerable() {
    return getView().isOpen() && isMine();
  }

  /** What the answer may be now: the house upholds nothing that nobody outside was heard on. */
  public List<Outcome> getOutcomes() {
    return getView().opinion() == null
        ? List.of(Outcome.CORRECTED, Outcome.WITHDRAWN)
        : List.of(Outcome.values());
  }

  public List<VersionKind> getKinds() {
    return List.of(VersionKind.TYPO, VersionKind.FACT, VersionKind.VERDICT);
  }

  /** How the party is reached, once the officer may see it; that look is on the record. */
  public String getContact() {
    return contact;
  }

  public List<Happening> getHistory() {
    return getView().events().stream()
        .map(
            event ->
                new Happening(
                    event.at(),
                    event.officerName(),
                    event.departmentName(),
                    words.get("rumour.appeal.verb." + event.verb()),
                    event.reason()))
        .toList();
  }

  public void show() {
    screen.attempt(() -> contact = showContact.show(new ShowContact.Command(id())));
  }

  public void acknowledge() {
    run(
        () ->
            acknowledgeAppeal.acknowledge(
                new AcknowledgeAppeal.Command(id(), screen.version(), screen.parameter("how"))));
  }

  public void takeUp() {
    run(
        () ->
            takeUpAppeal.takeUp(
                new TakeUpAppeal.Command(id(), screen.version(), screen.names("under-review"))));
  }

  public void hear() {
    run(
        () -> {
          var dated = TypedTime.day(screen.parameter("dated"));
          if (dated == null) {
            throw new Refusal("rumour.day", "");
          }
          recordOpinion.record(
              new RecordOpinion.Command(
                  id(),
                  screen.version(),
                  new Opinion(
                      screen.parameter("organisation"), screen.parameter("opinion"), dated)));
        });
  }

  public void answer() {
    run(
        () ->
            answerAppeal.answer(
                new AnswerAppeal.Command(
                    id(),
                    screen.version(),
                    Outcome.valueOf(screen.parameter("outcome")),
                    screen.parameter("why"),
                    screen.parameter("answer"),
                    VersionKind.valueOf(screen.parameter("kind")),
                    screen.parameter("note"))));
  }

  private void run(Screen.Action action) {
    screen.run(action, "rumour.appeal.done", "/console/rumour/appeal?id=" + id());
  }

  private UUID id() {
    return screen.id();
  }
}
