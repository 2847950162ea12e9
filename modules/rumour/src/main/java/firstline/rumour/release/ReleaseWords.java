package firstline.rumour.release;

import firstline.persistence.screen.Happening;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Words that several pages of releases share. */
@Named
@RequestScoped
public class ReleaseWords {
  @Inject private Words words;
  @Inject private Clock clock;

  /** Why something failed or was cancelled: a code's sentence, or what a person wrote. */
  public String reason(String reason) {
    for (var prefix : List.of("rumour.release.reason.", "refusal.")) {
      if (words.containsKey(prefix + reason)) {
        return words.get(prefix + reason);
      }
    }
    return reason;
  }

  /** How long ago, in days and hours, or hours and minutes of the first day. */
  public String since(Instant instant) {
    var waited = Duration.between(instant, clock.instant());
    return waited.toDays() > 0
        ? words.of("rumour.days", waited.toDays(), waited.toHoursPart())
        : words.of("rumour.hours", waited.toHours(), waited.toMinutesPart());
  }

  /** What happened, in words. */
  List<Happening> history(List<ReleaseQueries.Event> events) {
    return events.stream()
        .map(
            event ->
                new Happening(
                    event.at(),
                    event.officerName(),
                    event.departmentName(),
                    words.get("rumour.release.verb." + event.verb()),
                    reason(event.reason())))
        .toList();
  }
}
