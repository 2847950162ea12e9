package firstline.broadcast.recurrence;

import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.TypedTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says what a recurrence would play, and says it back. It tells nothing that is not known. */
@ApplicationScoped
public class PreviewRecurrence {
  /** Occurrences in one answer. */
  public static final int MOST = 1_000;

  /**
   * The question.
   *
   * @param area whose own working days count; empty for the nation's alone
   * @param until the last start to list, a day with all its starts; empty for no such end
   */
  public record Command(
      @NotNull Recurrence.Text recurrence,
      @NotNull @Pattern(regexp = "([0-9]{12})?") String area,
      @Min(1) @Max(MOST) int limit,
      @NotNull String until) {}

  /**
   * The answer.
   *
   * @param occurrences on the zone's clock, ascending
   * @param more true if there are more after the last one listed
   * @param provisional true if a notice that is not published can still change the list
   * @param readBack the sentence by language, zh and en
   */
  public record Preview(
      List<ZonedDateTime> occurrences,
      boolean more,
      boolean provisional,
      Map<String, String> readBack) {}

  @Inject private WorkingCalendar calendar;

  @SuppressWarnings("NullAway.Init")
  protected PreviewRecurrence() {}

  PreviewRecurrence(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * The first occurrences.
   *
   * @throws Refusal {@code recurrence.…}
   * @throws NotFound if there is no such area
   */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R30.8")
  public Preview preview(@Valid Command command) {
    var recurrence = Recurrence.read(command.recurrence());
    var workingDays = command.area().isEmpty() ? calendar.nation() : calendar.of(command.area());
    recurrence.requireOccurs(workingDays);
    var end = end(command.until(), recurrence);
    var found = new ArrayList<ZonedDateTime>();
    var provisional = false;
    var more = false;
    var occurrences = recurrence.from(Instant.MIN, workingDays);
    while (!more && occurrences.hasNext()) {
      var start = occurrences.next().start();
      if (start.isAfter(end)) {
        break;
      }
      more = found.size() == command.limit();
      if (!more) {
        found.add(start.atZone(recurrence.zone()));
        provisional = occurrences.provisional();
      }
    }
    return new Preview(
        found,
        more,
        more ? provisional : occurrences.provisional(),
        Map.of("zh", ReadBack.of(recurrence, "zh"), "en", ReadBack.of(recurrence, "en")));
  }

  private static Instant end(String until, Recurrence recurrence) {
    if (until.isBlank()) {
      return Instant.MAX;
    }
    var typed =
        TypedTime.read(until)
            .orElseThrow(
                () ->
                    new Refusal(
                        "recurrence.until", until.substring(0, Math.min(60, until.length()))));
    return typed.date()
        ? typed.local().plusDays(1).atZone(recurrence.zone()).toInstant().minusNanos(1)
        : typed.instant(recurrence.zone());
  }
}
