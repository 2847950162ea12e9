package firstline.broadcast.recurrence;

import firstline.persistence.api.KeyOptional;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** "When would this play?" for programs: public, limited in rate like every call. */
@Path("/broadcast/recurrence/preview")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RecurrenceResource {
  private static final int USUAL = 10;

  /**
   * A recurrence and how much of it is wanted.
   *
   * @param dtstart {@code 2026-03-02T06:30:00}, with an offset, or {@code 20260302T063000}
   * @param rrule of RFC 5545, with or without {@code RRULE:}; absent or empty for a single start
   * @param timezone of the IANA, Asia/Shanghai if absent
   * @param exdates days, or starts in the forms of {@code dtstart}
   * @param calendar {@code ALL}, {@code WORKDAYS}, {@code RESTDAYS}, {@code LUNAR:1,15}, or {@code
   *     LUNAR:*3} for each lunar day that ends in 3
   * @param area 12 digits, for its own working days
   * @param limit occurrences wanted, 10 if absent, at most 1,000
   * @param until last start wanted, a day or a time
   */
  public record Question(
      @Nullable String dtstart,
      @Nullable String rrule,
      @Nullable String timezone,
      @Nullable List<String> exdates,
      @Nullable String calendar,
      @Nullable String area,
      @Nullable Integer limit,
      @Nullable String until) {}

  /** The sentence in both languages. */
  public record ReadBacks(String zh, String en) {}

  /**
   * What would play.
   *
   * @param occurrences such as {@code 2026-03-02T06:30:00+08:00}, ascending
   * @param readBack the recurrence in plain words, in the caller's language
   * @param provisional true if a notice of holidays that is not published can still change the list
   * @param more true if the list was cut at its limit
   */
  public record Answer(
      List<String> occurrences,
      String readBack,
      ReadBacks readBacks,
      boolean provisional,
      boolean more) {}

  @Inject private PreviewRecurrence previewRecurrence;
  @Inject private Language language;

  @POST
  @KeyOptional
  @Operation(summary = "The next starts of a recurrence, and the recurrence in plain words")
  public Answer preview(Question question) {
    var limit = Objects.requireNonNullElse(question.limit(), USUAL);
    var preview =
        previewRecurrence.preview(
            new PreviewRecurrence.Command(
                new Recurrence.Text(
                    question.dtstart(),
                    question.rrule(),
                    question.timezone(),
                    question.exdates(),
                    question.calendar()),
                Objects.requireNonNullElse(question.area(), ""),
                Math.max(1, Math.min(PreviewRecurrence.MOST, limit)),
                Objects.requireNonNullElse(question.until(), "")));
    var zh = preview.readBack().getOrDefault("zh", "");
    var en = preview.readBack().getOrDefault("en", "");
    return new Answer(
        preview.occurrences().stream()
            .map(start -> start.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
            .toList(),
        language.english() ? en : zh,
        new ReadBacks(zh, en),
        preview.provisional(),
        preview.more());
  }
}
