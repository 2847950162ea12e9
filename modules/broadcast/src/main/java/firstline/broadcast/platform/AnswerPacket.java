package firstline.broadcast.platform;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.broadcast.alert.Alerts;
import firstline.broadcast.ebm.Ebd;
import firstline.broadcast.ebm.EbdPackage;
import firstline.broadcast.ebm.EbmNumbers;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.words.Bundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers another platform's packet with one of its own. */
@ApplicationScoped
public class AnswerPacket {
  /**
   * The answer.
   *
   * @param isNew true if it is to a message that was not known
   */
  public record Answered(EbdPackage reply, boolean isNew) {}

  @Inject private TakeInEbm takeInEbm;
  @Inject private PlayStates playStates;
  @Inject private OwnResource ownResource;
  @Inject private EbmNumbers numbers;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected AnswerPacket() {}

  /** For tests without a server. */
  AnswerPacket(
      TakeInEbm takeInEbm,
      PlayStates playStates,
      OwnResource ownResource,
      EbmNumbers numbers,
      Clock clock) {
    this.takeInEbm = takeInEbm;
    this.playStates = playStates;
    this.ownResource = ownResource;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * Takes a message in, tells a message's state, or says that the packet came.
   *
   * @throws firstline.persistence.refusal.Refusal {@code ebm.…}, its first argument the element
   * @throws firstline.persistence.refusal.NotFound if the message that is asked for is not known
   */
  @Allows(right = EMERGENCY)
  @Requirement("R50.4")
  public Answered answer(@Valid TakeInEbm.Command command) {
    var packet = EbdPackage.unpack(command.tar()).packet();
    // Without a name of one's own there is no answer: better said before anything is taken in.
    var source = ownResource.orElse(Optional.ofNullable(packet.destination()));
    var isNew = false;
    Ebd.Body body = new Ebd.Reply(Ebd.Result.ACCEPTED, Bundles.words("zh", "ebm.received"));
    if (packet.body() instanceof Ebd.StateQuery query) {
      body = playStates.of(query.message());
    } else if (packet.body() instanceof Ebd.Message) {
      var taken = takeInEbm.take(command);
      isNew = taken.isNew();
      body = new Ebd.Reply(Ebd.Result.ACCEPTED, said(taken));
    }
    return new Answered(
        new EbdPackage(
            new Ebd(
                numbers.packet(source),
                source,
                packet.source(),
                clock.instant(),
                packet.id(),
                body),
            Map.of()),
        isNew);
  }

  private static String said(Alerts.Taken taken) {
    return Bundles.words(
        "zh",
        taken.isNew() ? "ebm.taken" : "ebm.known",
        List.of(Bundles.words("zh", "broadcast.alert.state." + taken.alert().state())));
  }
}
