package firstline.rumour.appeal;

import static firstline.rumour.RumourRights.APPEAL;

import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.masking.Masking;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.setting.Settings;
import firstline.rumour.rebuttal.Rebuttals;
import firstline.rumour.rumour.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Takes in the appeal of a named party against what is or was public. */
@ApplicationScoped
public class FileAppeal {
  /**
   * An appeal.
   *
   * @param rebuttal against which
   * @param contact how the party is reached with the answer; kept for nothing else
   */
  public record Command(
      @NotNull UUID rebuttal, @NotNull Objection objection, @NotBlank String contact) {}

  @Inject private Appeals appeals;
  @Inject private Rebuttals rebuttals;
  @Inject private WorkingCalendar calendar;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = APPEAL)
  @Requirement({"R3.30", "R3.33", "R3.36", "R6.1"})
  public UUID file(@Valid Command command) {
    var rebuttal = rebuttals.at(command.rebuttal());
    var shown = rebuttal.publicOrdinal();
    if (shown == null) {
      throw new Refusal("appeal.not-public");
    }
    var now = clock.instant();
    var contact = Contact.typed(command.contact());
    var appeal =
        Appeal.received(
            rebuttal.areaCode(),
            appeals.nextNumber(),
            rebuttal.id(),
            shown,
            command.objection(),
            Terms.current().from(now, calendar.of(rebuttal.areaCode())),
            Actor.of(desk),
            now);
    appeals.add(
        appeal, new Contact(Settings.current().secret()).sealed(contact), Masking.masked(contact));
    return appeal.id();
  }
}
