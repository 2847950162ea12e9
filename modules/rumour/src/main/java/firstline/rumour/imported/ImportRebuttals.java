package firstline.rumour.imported;

import static firstline.rumour.RumourRights.IMPORT;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.tabular.RejectedLine;
import firstline.persistence.text.PlainText;
import firstline.persistence.time.Clocks;
import firstline.rumour.rebuttal.Content;
import firstline.rumour.rebuttal.ImportedRebuttals;
import firstline.rumour.rebuttal.Origin;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** Takes over rebuttals of an earlier system, each under its origin's mark. */
@ApplicationScoped
public class ImportRebuttals {
  private static final int DETAIL = 200;

  /**
   * @param origin name of the earlier system
   * @param area where they belong
   * @param rejected lines that could not even be read, for the report
   */
  public record Command(
      @NotBlank @Size(max = 100) String origin,
      @NotNull @Pattern(regexp = "[0-9]{12}") String area,
      @NotNull List<ImportLine> lines,
      @NotNull List<RejectedLine> rejected) {}

  /** What became of the lines; those that were there already and equal are in neither number. */
  public record Result(int imported, int updated, List<RejectedLine> rejected) {}

  @Inject private ImportedRebuttals rebuttals;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = IMPORT)
  @Requirement({"R5.1", "R5.2", "R5.3", "R6.1"})
  public Result run(@Valid Command command) {
    var rejected = new ArrayList<>(command.rejected());
    var ids = new HashSet<String>();
    var now = clock.instant();
    var taken = new ArrayList<ImportedRebuttals.Entry>();
    for (var line : command.lines()) {
      try {
        if (!ids.add(line.externalId())) {
          throw new Refusal("import.twice", line.externalId());
        }
        taken.add(entry(line, command.origin().strip(), now));
      } catch (Refusal refusal) {
        rejected.add(
            new RejectedLine(
                line.line(),
                refusal.code(),
                refusal.arguments().isEmpty()
                    ? ""
                    : cut(String.valueOf(refusal.arguments().get(0)))));
      }
    }
    var changed = rebuttals.take(command.area(), taken, Actor.of(desk), now);
    rejected.sort(java.util.Comparator.comparingInt(RejectedLine::line));
    return new Result(changed.added(), changed.updated(), rejected);
  }

  private static ImportedRebuttals.Entry entry(ImportLine line, String origin, Instant now) {
    if (line.externalId().isBlank()) {
      throw new Refusal("import.id");
    }
    var sources =
        line.sources().isEmpty()
            ? List.of(new Source(origin, ""))
            : line.sources().stream().map(source -> source(source, origin)).toList();
    // Other systems have long headlines: the whole of one then leads the explanation.
    var fact = PlainText.line(line.fact());
    var isLong = fact.length() > Content.FACT;
    var content =
        new Content(
            line.claim(),
            PlainText.start(fact, Content.FACT),
            isLong && !line.explanation().contains(line.fact())
                ? fact + "\n" + line.explanation()
                : line.explanation(),
            sources,
            verdict(line.verdict()),
            line.language().isEmpty() ? "zh" : line.language());
    content.requireComplete();
    return new ImportedRebuttals.Entry(
        new Origin(
            origin, line.externalId().strip(), time(line.publishedAt(), now), line.wordings()),
        content);
  }

  private static Verdict verdict(String raw) {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.name().equals(raw))
        .findFirst()
        .orElseThrow(() -> new Refusal("rebuttal.verdict", raw));
  }

  private static Source source(String text, String origin) {
    var space = text.lastIndexOf(' ');
    var last = text.substring(space + 1);
    if (!last.matches("(?i)https?:.*")) {
      return new Source(text, "");
    }
    return new Source(space > 0 ? text.substring(0, space) : origin, last);
  }

  /** An instant, or a time or day of China's zone. */
  private static Instant time(String raw, Instant now) {
    if (raw.isBlank()) {
      return now;
    }
    var text = raw.strip().replace(' ', 'T');
    try {
      if (text.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)$")) {
        return OffsetDateTime.parse(text).toInstant();
      }
      return text.contains("T")
          ? LocalDateTime.parse(text).atZone(Clocks.ZONE).toInstant()
          : LocalDate.parse(text).atStartOfDay(Clocks.ZONE).toInstant();
    } catch (DateTimeException e) {
      throw new Refusal("import.time", cut(raw));
    }
  }

  private static String cut(String text) {
    return PlainText.start(text, DETAIL);
  }
}
