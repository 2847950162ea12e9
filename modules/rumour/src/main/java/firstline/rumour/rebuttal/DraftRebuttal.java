package firstline.rumour.rebuttal;

import static firstline.rumour.RumourRights.DRAFT;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.RumourState;
import firstline.rumour.rumour.Rumours;
import firstline.rumour.typing.Typed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/**
 * Drafts the answer to a rumour. In a hurry it is written while the rumour is still verified; it
 * cannot be submitted before two people have confirmed the verdict.
 */
@ApplicationScoped
public class DraftRebuttal {
  public record Command(@NotNull UUID rumour, @NotNull Content content) {}

  /** The draft's id and number. */
  public record Drafted(UUID id, String number) {}

  @Inject private Rebuttals rebuttals;
  @Inject private Rumours rumours;
  @Inject private Typed typed;
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = DRAFT)
  @Requirement({"R2.1", "R6.1"})
  public Drafted draft(@Valid Command command) {
    var rumour = rumours.at(command.rumour());
    if (!RumourState.UNANSWERED.contains(rumour.state())
        && rumour.state() != RumourState.UNDER_REVIEW) {
      throw new Refusal("rumour.not-now", rumour.state().name());
    }
    sql.first(
            "select number from rebuttal where rumour_id = ? and withdrawn_at is null",
            row -> row.text(1),
            rumour.id())
        .ifPresent(
            number -> {
              throw new Refusal("rebuttal.there-already", number);
            });
    var writer = Actor.of(desk);
    var now = clock.instant();
    var rebuttal =
        Rebuttal.draft(
            rumour.areaCode(), rumour.id(), rebuttals.nextNumber(), command.content(), writer, now);
    rebuttals.add(rebuttal);
    rumour.rebutting(writer, now);
    rumours.keep(rumour);
    typed.done(subject(rumour.id()));
    return new Drafted(rebuttal.id(), rebuttal.number());
  }

  /** Under which what is typed for it is kept. */
  static String subject(UUID rumour) {
    return "rumour:" + rumour;
  }
}
