package firstline.market.clock;

import firstline.persistence.api.KeyOptional;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** "When does this term end?" for programs: public, limited in rate like every call. */
@Path("/market/deadlines/preview")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DeadlineResource {
  /**
   * What happened to the term.
   *
   * @param kind {@code EXTENDED}, {@code SUSPENDED} or {@code RESUMED}
   * @param at a date or an instant
   * @param amount of an extension whose decision sets it, in the rule's units
   */
  public record Event(@Nullable String kind, @Nullable String at, @Nullable Integer amount) {}

  /**
   * A term.
   *
   * @param rule such as {@code complaint.accept}
   * @param trigger of the event, a date {@code 2020-01-22} or an instant with offset
   * @param area 12 digits, for its own working days; absent for the nation's
   * @param events in any order
   * @param knownOn a date: count by what the State Council had published up to then
   */
  public record Question(
      @Nullable String rule,
      @Nullable String trigger,
      @Nullable String area,
      @Nullable List<Event> events,
      @Nullable String knownOn) {}

  /**
   * When it ends.
   *
   * @param due the last day, {@code 2020-02-10}; of a term in hours whose trigger is an instant,
   *     the last instant with offset; while the term stands still, the earliest it can be
   * @param provisional true if a notice of holidays that is not published can still move it
   * @param lawVersion the law and the day it came into force
   * @param counted the days that were counted, ascending; empty for hours, months and years
   * @param standing true while the term stands still
   * @param confirmed false for advice whose source is to be confirmed
   * @param source law and article, in the caller's language
   */
  public record Answer(
      String due,
      boolean provisional,
      String lawVersion,
      List<String> counted,
      boolean standing,
      boolean confirmed,
      String source) {}

  @Inject private PreviewTerm previewTerm;
  @Inject private Language language;

  @POST
  @KeyOptional
  @Operation(summary = "The end of a statutory term, the law it follows and the days counted")
  public Answer preview(Question question) {
    if (question.rule() == null) {
      throw new Refusal("clock.missing", "rule");
    }
    var events = Objects.requireNonNullElse(question.events(), List.<Event>of());
    var preview =
        previewTerm.preview(
            new PreviewTerm.Command(
                question.rule(),
                Moment.read("trigger", question.trigger()),
                Objects.requireNonNullElse(question.area(), ""),
                events.stream().map(DeadlineResource::event).toList(),
                question.knownOn() == null
                    ? null
                    : Moment.read("knownOn", question.knownOn()).day()));
    var at = preview.due().at();
    return new Answer(
        at == null
            ? preview.due().day().toString()
            : at.atZone(Clocks.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
        preview.due().provisional(),
        preview.rule().lawVersion(),
        preview.counted().stream().map(LocalDate::toString).toList(),
        preview.due().standing(),
        preview.rule().confirmed(),
        language.english() ? preview.rule().sourceEn() : preview.rule().sourceZh());
  }

  private static TermEvent event(@Nullable Event event) {
    var kind = event == null ? null : event.kind();
    if (event == null || kind == null) {
      throw new Refusal("clock.missing", "events.kind");
    }
    return new TermEvent(
        Arrays.stream(TermEvent.Kind.values())
            .filter(one -> one.name().equals(kind))
            .findFirst()
            .orElseThrow(() -> new Refusal("clock.kind", kind)),
        Moment.read("events.at", event.at()),
        Objects.requireNonNullElse(event.amount(), 0));
  }
}
