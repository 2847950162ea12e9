package firstline.market.clock;

import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.calendar.WorkingDays;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says when a term would end. What the law says is no secret: anybody may ask. */
@ApplicationScoped
public class PreviewTerm {
  private static final int MOST_EVENTS = 100;

  /**
   * The question.
   *
   * @param area whose own working days count, 12 digits; empty for the nation's alone
   * @param knownOn count by what was published up to that day; null for all that is. With an area
   *     it is refused: an area's days have no such history
   */
  public record Command(
      @NotNull String rule,
      @NotNull Moment trigger,
      @NotNull @Pattern(regexp = "([0-9]{12})?") String area,
      @NotNull @Size(max = MOST_EVENTS) List<TermEvent> events,
      @Nullable LocalDate knownOn) {}

  /** The answer: the version that governs, the end, and the days that were counted. */
  public record Preview(Rule rule, Due due, List<LocalDate> counted) {}

  @Inject private WorkingCalendar calendar;

  @SuppressWarnings("NullAway.Init")
  protected PreviewTerm() {}

  PreviewTerm(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * The end of the term.
   *
   * @throws Refusal {@code clock.…}
   * @throws NotFound if there is no such area
   */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R80.5")
  public Preview preview(@Valid Command command) {
    var rule = Rules.shipped().at(command.rule(), command.trigger().day());
    var term = Term.taken(rule, command.trigger(), command.events(), new DayTable(days(command)));
    return new Preview(rule, term.due(), term.counted());
  }

  private WorkingDays days(Command command) {
    var knownOn = command.knownOn();
    if (knownOn != null) {
      if (!command.area().isEmpty()) {
        throw new Refusal("clock.known-of-area");
      }
      return WorkingDays.nationKnownOn(knownOn);
    }
    return command.area().isEmpty() ? calendar.nation() : calendar.of(command.area());
  }
}
