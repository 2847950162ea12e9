package firstline.rumour.appeal;

import static firstline.rumour.RumourRights.APPEAL;
import static firstline.rumour.RumourRights.PUBLISH;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rebuttal.Rebuttal;
import firstline.rumour.rebuttal.Rebuttals;
import firstline.rumour.rebuttal.VersionKind;
import firstline.rumour.rebuttal.VersionState;
import firstline.rumour.release.WithdrawRebuttal;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Rumours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers a party: the answer stands, is corrected, or is withdrawn. */
@ApplicationScoped
public class AnswerAppeal {
  /**
   * An answer.
   *
   * @param answer what the party is told
   * @param kind of the correction; null unless it is one
   * @param note what stands on the public page about the correction or in place of what is
   *     withdrawn; empty if it is upheld
   */
  public record Command(
      @NotNull UUID id,
      long version,
      @NotNull Outcome outcome,
      @NotBlank String reason,
      @NotBlank String answer,
      @Nullable VersionKind kind,
      @NotNull String note) {}

  @Inject private Appeals appeals;
  @Inject private Rebuttals rebuttals;
  @Inject private Rumours rumours;
  @Inject private WithdrawRebuttal withdrawRebuttal;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = APPEAL)
  @Requirement({"R3.34", "R6.1"})
  public void answer(@Valid Command command) {
    var appeal = appeals.at(command.id(), command.version());
    var officer = Actor.of(desk);
    appeal.answer(
        command.outcome(),
        command.reason(),
        command.answer(),
        appeals.involved(appeal.rebuttalId()),
        officer,
        clock.instant());
    appeals.keep(appeal);
    var rebuttal = rebuttals.at(appeal.rebuttalId());
    if (command.outcome() == Outcome.CORRECTED && rebuttal.isPublic()) {
      correct(rebuttal, command, officer);
    } else if (command.outcome() == Outcome.WITHDRAWN && rebuttal.isPublic()) {
      withdraw(rebuttal, command.note());
    }
  }

  /** Begins the correction, unless somebody is at one already. */
  private void correct(Rebuttal rebuttal, Command command, Actor officer) {
    if (rebuttal.state() != VersionState.PUBLISHED) {
      return;
    }
    var kind = command.kind();
    if (kind == null) {
      throw new Refusal("rebuttal.kind");
    }
    rebuttal.correct(kind, command.note(), officer, clock.instant());
    rebuttals.keep(rebuttal);
    var rumour = rumours.anywhere(rebuttal.rumourId());
    rumour.review(command.note(), officer, clock.instant());
    rumours.keep(rumour);
  }

  /** Whoever answers may not be allowed to withdraw: then a publisher does so first. */
  private void withdraw(Rebuttal rebuttal, String notice) {
    if (!desk.may(PUBLISH)) {
      throw new Refusal("appeal.withdraw-first");
    }
    withdrawRebuttal.withdraw(
        new WithdrawRebuttal.Command(rebuttal.id(), rebuttal.version(), notice));
  }
}
