package firstline.broadcast.schedule;

import firstline.broadcast.conflict.Candidate;
import firstline.broadcast.conflict.CheckConflicts;
import firstline.broadcast.conflict.Findings;
import firstline.broadcast.media.MediaQueries;
import firstline.broadcast.media.Sound;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import firstline.broadcast.recurrence.Recurrence;
import firstline.broadcast.verse.TextKind;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a schedule, for a new one, a draft, or an edit of an approved one. Times of a day are
 * typed as {@code 06:30, 18:00}, places by their names; who needs more writes the rule itself.
 */
@Named
@RequestScoped
public class ScheduleFormPage {
  @Inject private ScheduleQueries queries;
  @Inject private MediaQueries mediaQueries;
  @Inject private DraftSchedule draftSchedule;
  @Inject private CheckConflicts checkConflicts;
  @Inject private HandoverQueries handovers;
  @Inject private PlaceNames placeNames;
  @Inject private ReplaceSchedule replaceSchedule;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Language language;
  @Inject private Clock clock;
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private @Nullable Map<String, String> before;
  private @Nullable UUID drafted;
  private @Nullable Findings conflicts;
  private final Map<String, String> moved = new LinkedHashMap<>();

  /** What was typed, or what the schedule that is edited says, or what is usual. */
  public String typed(String field) {
    if (moved.containsKey(field)) {
      return moved.getOrDefault(field, "");
    }
    var typed = screen.parameter(field);
    return typed.isEmpty() && !screen.names("posted") ? before().getOrDefault(field, "") : typed;
  }

  private Map<String, String> before() {
    if (before == null) {
      if (!screen.parameter("id").isEmpty()) {
        before = kept(queries.one(screen.id(), language.tag()));
      } else {
        before = isReplacing() ? replaced() : usual();
      }
    }
    return before;
  }

  private Map<String, String> usual() {
    var usual = new LinkedHashMap<String, String>();
    usual.put("kind", Kind.ROUTINE.name());
    usual.put("tone", Plan.Tone.CHIME.name());
    usual.put("language", "zh");
    usual.put("days", "WORKDAYS");
    usual.put("from", today().toString());
    usual.put("times", "06:30");
    usual.put("slot", "5");
    usual.put("tolerance", "2");
    usual.put("preemption", Preemption.RESUME.name());
    usual.put("volume", "70");
    usual.put("repeats", "1");
    var area = screen.parameter("area");
    usual.put(
        "include", placeNames.names(List.of(area.isEmpty() ? desk.officer().areaCode() : area)));
    if (!screen.parameter("script").isEmpty()) {
      var script = queries.script(screen.id("script"));
      usual.put("text", script.text());
      usual.put("text-kind", script.kind().name());
    }
    return usual;
  }

  private Map<String, String> kept(ScheduleQueries.View view) {
    var plan = view.plan();
    var kept = new LinkedHashMap<String, String>();
    kept.put("version", Long.toString(view.version()));
    kept.put("script", plan.script() == null ? "" : plan.script().toString());
    kept.put("title", plan.title());
    kept.put("kind", plan.kind().name());
    kept.put("tone", plan.tone().name());
    kept.put("language", plan.language());
    kept.put("text", plan.text());
    kept.put("text-kind", plan.textKind().name());
    kept.put("media", plan.media().stream().map(Sound::sha256).collect(Collectors.joining(" ")));
    var when = proposed(plan.when());
    SaidTimes.of(when)
        .ifPresentOrElse(said -> kept.putAll(said.fields()), () -> kept.putAll(rule(when)));
    kept.put("slot", Long.toString(plan.slot().toMinutes()));
    kept.put("tolerance", Long.toString(plan.tolerance().toMinutes()));
    kept.put("preemption", plan.preemption().name());
    kept.put("volume", Integer.toString(plan.volume()));
    kept.put("repeats", Integer.toString(plan.repeats()));
    kept.put("include", placeNames.names(codes(plan, true)));
    kept.put("exclude", placeNames.names(codes(plan, false)));
    return kept;
  }

  /** Moved as the check of the schedule proposed, if its page was left by that. */
  private Recurrence.Text proposed(Recurrence.Text when) {
    var shift = screen.parameter("shift");
    return shift.matches("-?[0-9]{1,4}")
        ? Shift.rule(when, Integer.parseInt(shift)).orElse(when)
        : when;
  }

  private static Map<String, String> rule(Recurrence.Text when) {
    return Map.of(
        "days",
        "RULE",
        "calendar",
        text(when.calendar()),
        "from",
        text(when.dtstart()),
        "rrule",
        text(when.rrule()),
        "exdates",
        String.join(" ", when.exdates() == null ? List.of() : when.exdates()));
  }

  /** What the edit of an approved schedule begins with. */
  private Map<String, String> replaced() {
    var view = queries.one(screen.id("replaces"), language.tag());
    var kept = kept(view);
    kept.put("number", view.number());
    var scope = scope();
    var start = start();
    var first =
        (start == null ? clock.instant() : start).atZone(Clocks.ZONE).toLocalDateTime().withNano(0);
    if (scope == Scope.THIS) {
      kept.put("days", "ONCE");
      kept.put("from", first.toLocalDate().toString());
      kept.put("times", first.toLocalTime().toString());
      kept.put("until", "");
      kept.put("exdates", "");
      return kept;
    }
    var plain = !kept.getOrDefault("days", "").equals("RULE");
    if (plain && first.toLocalDate().isAfter(LocalDate.parse(kept.getOrDefault("from", "")))) {
      kept.put("from", first.toLocalDate().toString());
    }
    // Plays that others took over one by one stay with them; where a day has one, so does the day.
    var days = plain && SaidTimes.words(kept.getOrDefault("times", "")).size() == 1;
    var singles =
        handovers.singles(view.id(), start == null ? clock.instant() : start).stream()
            .map(at -> at.atZone(Clocks.ZONE).toLocalDateTime())
            .map(at -> days ? at.toLocalDate().toString() : SECOND.format(at));
    kept.put(
        "exdates",
        Stream.concat(Stream.of(kept.getOrDefault("exdates", "")), singles)
            .filter(one -> !one.isEmpty())
            .collect(Collectors.joining(" ")));
    return kept;
  }

  /** True for an edit of an approved schedule. */
  public boolean isReplacing() {
    return screen.names("replaces");
  }

  private Scope scope() {
    return Arrays.stream(Scope.values())
        .filter(scope -> scope.name().equals(screen.parameter("scope")))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** The play that is edited, or the first one; null for all. */
  public @Nullable Instant getStart() {
    return start();
  }

  private @Nullable Instant start() {
    try {
      return scope() == Scope.ALL ? null : Instant.parse(screen.parameter("start"));
    } catch (DateTimeException e) {
      throw new NotFound();
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static List<String> codes(Plan plan, boolean included) {
    return plan.targets().stream()
        .filter(target -> target.included() == included)
        .map(Target::target)
        .toList();
  }

  /** The sounds that are chosen, in their order. */
  public List<MediaQueries.Line> getSounds() {
    return mediaQueries.of(words("media"));
  }

  private List<Sound> media() {
    var hashes = words("media");
    var sounds = mediaQueries.sounds(hashes);
    if (sounds.size() < hashes.size()) {
      throw new Refusal("schedule.media", typed("media"));
    }
    return sounds;
  }

  public void save() {
    screen.run(
        () -> {
          if (isReplacing()) {
            drafted =
                replaceSchedule.replace(
                    new ReplaceSchedule.Command(
                        screen.id("replaces"), screen.version(), scope(), start(), plan()));
          } else if (screen.parameter("id").isEmpty()) {
            drafted =
                draftSchedule.draft(new DraftSchedule.Command(desk.officer().areaCode(), plan()));
          } else {
            drafted = screen.id();
            draftSchedule.edit(new DraftSchedule.Edit(screen.id(), screen.version(), plan()));
          }
        },
        "broadcast.saved",
        () -> "/console/broadcast/schedule?id=" + drafted);
  }

  /** Checks what is typed, and keeps nothing. */
  public void check() {
    screen.attempt(this::findings);
  }

  private Findings findings() {
    var plan = plan();
    plan.checked();
    conflicts =
        checkConflicts.check(Candidates.of(plan, desk.officer().areaCode(), takeover(plan)));
    return conflicts;
  }

  private Candidate.@Nullable Takeover takeover(Plan plan) {
    return isReplacing()
        ? handovers.takeover(screen.id("replaces"), scope(), start(), plan.when())
        : screen.parameter("id").isEmpty()
            ? null
            : handovers.takeover(screen.id(), plan.when()).orElse(null);
  }

  /** Moves what is typed to where it meets nothing, and checks it again. */
  public void shift() {
    screen.attempt(
        () -> {
          var shift = findings().shift();
          if (shift != null) {
            moved(shift).ifPresent(moved::putAll);
            findings();
          }
        });
  }

  /** What stands against what is typed; null until it is asked for. */
  public @Nullable Findings getConflicts() {
    return conflicts;
  }

  /** The same in words. */
  public List<Findings.Line> getConflictLines() {
    return conflicts == null ? List.of() : conflicts.lines(language.tag());
  }

  /** True if one press moves its times to where they meet nothing. */
  public boolean isShiftable() {
    if (conflicts == null) {
      // Faces hears a button only if it is there when it comes back.
      return screen.names("move");
    }
    var shift = conflicts.shift();
    return shift != null && moved(shift).isPresent();
  }

  /** The fields that differ when everything is so many minutes later. */
  private Optional<Map<String, String>> moved(int minutes) {
    return typed("days").equals("RULE")
        ? Shift.rule(when(), minutes)
            .map(when -> Map.of("from", text(when.dtstart()), "rrule", text(when.rrule())))
        : Shift.times(words("times"), minutes).map(times -> Map.of("times", times));
  }

  private Plan plan() {
    return new Plan(
            typed("title"),
            Kind.valueOf(typed("kind")),
            0,
            Plan.Tone.valueOf(typed("tone")),
            typed("language"),
            typed("text"),
            TextKind.of(typed("text-kind")),
            when(),
            minutes("slot"),
            minutes("tolerance"),
            Preemption.valueOf(typed("preemption")),
            (int) number("volume"),
            (int) number("repeats"),
            Duration.ofSeconds(2),
            targets(),
            typed("script").isEmpty() ? null : screen.id("script"),
            media())
        .audible();
  }

  private Recurrence.Text when() {
    if (typed("days").equals("RULE")) {
      return new Recurrence.Text(
          typed("from"), typed("rrule"), null, words("exdates"), typed("calendar"));
    }
    return new SaidTimes(
            typed("days"),
            SaidTimes.WEEK.stream().filter(day -> typed("on-" + day).equals(day)).toList(),
            typed("lunar"),
            typed("times"),
            typed("from"),
            typed("until"),
            typed("exdates"))
        .text();
  }

  private List<Target> targets() {
    var targets = new ArrayList<Target>();
    for (var included : List.of(true, false)) {
      for (var called : words(included ? "include" : "exclude")) {
        targets.add(placeNames.target(included, called));
      }
    }
    return targets;
  }

  private List<String> words(String field) {
    return SaidTimes.words(typed(field));
  }

  private Duration minutes(String field) {
    return Duration.ofMinutes(number(field));
  }

  private long number(String field) {
    if (!typed(field).matches("[0-9]{1,6}")) {
      throw new Refusal("schedule.number", typed(field));
    }
    return Long.parseLong(typed(field));
  }
}
