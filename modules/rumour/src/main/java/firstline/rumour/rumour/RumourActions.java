package firstline.rumour.rumour;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import firstline.rumour.text.TypedTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The buttons of a rumour's record. */
@Named
@RequestScoped
public class RumourActions {
  @Inject private TriageRumour triageRumour;
  @Inject private TakeUpRumour takeUpRumour;
  @Inject private AskForInformation askForInformation;
  @Inject private ResumeVerifying resumeVerifying;
  @Inject private HandOverRumour handOverRumour;
  @Inject private MergeRumours mergeRumours;
  @Inject private AddEvidence addEvidence;
  @Inject private WithdrawEvidence withdrawEvidence;
  @Inject private ProposeVerdict proposeVerdict;
  @Inject private ConfirmVerdict confirmVerdict;
  @Inject private ReturnVerdict returnVerdict;
  @Inject private ProposeSilence proposeSilence;
  @Inject private ConfirmSilence confirmSilence;
  @Inject private RefuseSilence refuseSilence;
  @Inject private AcknowledgeResurfacing acknowledgeResurfacing;
  @Inject private ReviewAnswer reviewAnswer;
  @Inject private UpholdAnswer upholdAnswer;
  @Inject private ReopenRumour reopenRumour;
  @Inject private ArchiveRumour archiveRumour;
  @Inject private Screen screen;
  private @Nullable Part file;

  public void triage() {
    run(
        () ->
            triageRumour.triage(
                new TriageRumour.Command(
                    id(),
                    screen.version(),
                    number("harm"),
                    number("spread"),
                    number("urgency"),
                    screen.parameter("topic"))));
  }

  public void takeUp() {
    run(
        () ->
            takeUpRumour.takeUp(
                new TakeUpRumour.Command(
                    id(), screen.version(), TypedTime.instant(screen.parameter("deadline")))));
  }

  /** Those that want nothing but a reason; the form names which. */
  public void reasoned() {
    run(
        () -> {
          switch (screen.parameter("act")) {
            case "ask" ->
                askForInformation.ask(new AskForInformation.Command(id(), screen.version(), why()));
            case "give-back" ->
                returnVerdict.giveBack(new ReturnVerdict.Command(id(), screen.version(), why()));
            case "silence" ->
                proposeSilence.propose(new ProposeSilence.Command(id(), screen.version(), why()));
            case "refuse-silence" ->
                refuseSilence.refuse(new RefuseSilence.Command(id(), screen.version(), why()));
            case "acknowledge" ->
                acknowledgeResurfacing.acknowledge(
                    new AcknowledgeResurfacing.Command(id(), screen.version(), why()));
            case "review" ->
                reviewAnswer.review(new ReviewAnswer.Command(id(), screen.version(), why()));
            case "uphold" ->
                upholdAnswer.uphold(new UpholdAnswer.Command(id(), screen.version(), why()));
            case "reopen" ->
                reopenRumour.reopen(new ReopenRumour.Command(id(), screen.version(), why()));
            default -> throw new NotFound();
          }
        });
  }

  public void resume() {
    run(() -> resumeVerifying.resume(new ResumeVerifying.Command(id(), screen.version())));
  }

  /** To another desk; the rumour may lie outside the officer's areas from then on. */
  public void handOver() {
    screen.run(
        () ->
            handOverRumour.handOver(
                new HandOverRumour.Command(
                    id(), screen.version(), screen.parameter("department"), why())),
        "rumour.rumour.handed-over",
        "/console/rumour/rumours");
  }

  public void merge() {
    run(
        () ->
            mergeRumours.merge(
                new MergeRumours.Command(id(), screen.version(), screen.parameter("into"))));
  }

  public void addEvidence() {
    run(
        () ->
            addEvidence.add(
                new AddEvidence.Command(
                    id(),
                    screen.version(),
                    new Evidence.Content(
                        choice(Evidence.Kind.class, "kind"),
                        new Source(screen.parameter("organisation"), screen.parameter("url")),
                        screen.names("competent"),
                        choice(Evidence.Stance.class, "stance"),
                        screen.parameter("quote"),
                        TypedTime.day(screen.parameter("dated"))),
                    attachment())));
  }

  private AddEvidence.@Nullable Attachment attachment() throws IOException {
    var part = file;
    return part == null || part.getSize() == 0
        ? null
        : new AddEvidence.Attachment(
            part.getInputStream(), Objects.requireNonNullElse(part.getSubmittedFileName(), ""));
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  public void withdrawEvidence() {
    run(
        () ->
            withdrawEvidence.withdraw(
                new WithdrawEvidence.Command(
                    id(), screen.version(), screen.id("evidence"), why())));
  }

  public void propose() {
    run(
        () ->
            proposeVerdict.propose(
                new ProposeVerdict.Command(
                    id(), screen.version(), choice(Verdict.class, "verdict"), why())));
  }

  public void confirm() {
    run(() -> confirmVerdict.confirm(new ConfirmVerdict.Command(id(), screen.version())));
  }

  public void confirmSilence() {
    run(() -> confirmSilence.confirm(new ConfirmSilence.Command(id(), screen.version())));
  }

  public void archive() {
    run(() -> archiveRumour.archive(new ArchiveRumour.Command(id(), screen.version())));
  }

  private void run(Screen.Action action) {
    screen.run(action, "rumour.rumour.done", "/console/rumour/rumour?id=" + id());
  }

  private UUID id() {
    return screen.id();
  }

  private String why() {
    return screen.parameter("why");
  }

  private int number(String name) {
    var typed = screen.parameter(name);
    return typed.matches("[0-9]") ? Integer.parseInt(typed) : 0;
  }

  private <E extends Enum<E>> E choice(Class<E> of, String name) {
    try {
      return Enum.valueOf(of, screen.parameter(name));
    } catch (IllegalArgumentException e) {
      throw new Refusal("rumour.choice", screen.parameter(name));
    }
  }
}
