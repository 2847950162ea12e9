package firstline.broadcast.schedule;

import firstline.broadcast.conflict.CheckConflicts;
import firstline.broadcast.conflict.Findings;
import firstline.broadcast.media.MediaQueries;
import firstline.broadcast.media.Sound;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import firstline.broadcast.recurrence.Recurrence;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of a schedule. Times of a day are typed as {@code 06:30 18:00}; which days, is chosen;
 * who needs more writes the rule itself.
 */
@Named
@RequestScoped
public class ScheduleFormPage {
  @Inject private ScheduleQueries queries;
  @Inject private MediaQueries mediaQueries;
  @Inject private DraftSchedule draftSchedule;
  @Inject private CheckConflicts checkConflicts;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Language language;
  @Inject private Clock clock;

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
      before = screen.parameter("id").isEmpty() ? usual() : kept();
    }
    return before;
  }

  private Map<String, String> usual() {
    var usual = new LinkedHashMap<String, String>();
    usual.put("kind", Kind.ROUTINE.name());
    usual.put("tone", Plan.Tone.CHIME.name());
    usual.put("language", "zh");
    usual.put("days", "WORKDAYS");
    usual.put("from", LocalDate.ofInstant(clock.instant(), Clocks.ZONE).toString());
    usual.put("times", "06:30");
    usual.put("slot", "5");
    usual.put("tolerance", "2");
    usual.put("preemption", Preemption.RESUME.name());
    usual.put("volume", "70");
    usual.put("repeats", "1");
    usual.put("include", desk.officer().areaCode());
    if (!screen.parameter("script").isEmpty()) {
      usual.put("text", queries.script(screen.id("script")));
    }
    return usual;
  }

  private Map<String, String> kept() {
    var view = queries.one(screen.id(), language.tag());
    var plan = view.plan();
    var kept = new LinkedHashMap<String, String>();
    kept.put("version", Long.toString(view.version()));
    kept.put("script", plan.script() == null ? "" : plan.script().toString());
    kept.put("title", plan.title());
    kept.put("kind", plan.kind().name());
    kept.put("tone", plan.tone().name());
    kept.put("language", plan.language());
    kept.put("text", plan.text());
    kept.put("media", plan.media().stream().map(Sound::sha256).collect(Collectors.joining(" ")));
    kept.put("days", "RULE");
    kept.put("calendar", text(plan.when().calendar()));
    var when = proposed(plan.when());
    kept.put("from", text(when.dtstart()));
    kept.put("rrule", text(when.rrule()));
    kept.put(
        "exdates",
        String.join(" ", plan.when().exdates() == null ? List.of() : plan.when().exdates()));
    kept.put("slot", Long.toString(plan.slot().toMinutes()));
    kept.put("tolerance", Long.toString(plan.tolerance().toMinutes()));
    kept.put("preemption", plan.preemption().name());
    kept.put("volume", Integer.toString(plan.volume()));
    kept.put("repeats", Integer.toString(plan.repeats()));
    kept.put("include", codes(plan, true));
    kept.put("exclude", codes(plan, false));
    return kept;
  }

  /** Moved as the check of the schedule proposed, if its page was left by that. */
  private Recurrence.Text proposed(Recurrence.Text when) {
    var shift = screen.parameter("shift");
    return shift.matches("-?[0-9]{1,4}")
        ? Shift.rule(when, Integer.parseInt(shift)).orElse(when)
        : when;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String codes(Plan plan, boolean included) {
    return plan.targets().stream()
        .filter(target -> target.included() == included)
        .map(Target::target)
        .collect(Collectors.joining(" "));
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

  public List<Plan.Tone> getTones() {
    return List.of(Plan.Tone.values());
  }

  public List<Kind> getKinds() {
    return List.of(Kind.ROUTINE, Kind.DRILL);
  }

  public List<Preemption> getPreemptions() {
    return List.of(Preemption.values());
  }

  public List<String> getDays() {
    return List.of("WORKDAYS", "EVERY", "RESTDAYS", "LUNAR", "ONCE", "RULE");
  }

  public void save() {
    screen.run(
        () -> {
          if (screen.parameter("id").isEmpty()) {
            drafted =
                draftSchedule.draft(new DraftSchedule.Command(desk.officer().areaCode(), plan()));
          } else {
            drafted = screen.id();
            draftSchedule.edit(
                new DraftSchedule.Edit(
                    screen.id(), Long.parseLong(screen.parameter("version")), plan()));
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
    conflicts = checkConflicts.check(Candidates.of(plan, desk.officer().areaCode()));
    return conflicts;
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
        when(),
        minutes("slot"),
        minutes("tolerance"),
        Preemption.valueOf(typed("preemption")),
        (int) number("volume"),
        (int) number("repeats"),
        Duration.ofSeconds(2),
        targets(),
        typed("script").isEmpty() ? null : screen.id("script"),
        media());
  }

  private Recurrence.Text when() {
    var exdates = words("exdates");
    var days = typed("days");
    if (days.equals("RULE")) {
      return new Recurrence.Text(typed("from"), typed("rrule"), null, exdates, typed("calendar"));
    }
    var times = new ArrayList<String>();
    for (var time : words("times")) {
      if (!time.matches("([01]?[0-9]|2[0-3]):[0-5][0-9]")) {
        throw new Refusal("schedule.time", time);
      }
      times.add(time.length() == 4 ? "0" + time : time);
    }
    if (times.isEmpty()) {
      throw new Refusal("schedule.time", "");
    }
    times.sort(null);
    var start = typed("from") + "T" + times.get(0) + ":00";
    var until = typed("until").isBlank() ? "" : ";UNTIL=" + until(typed("until"));
    return new Recurrence.Text(
        start,
        days.equals("ONCE") ? "" : "FREQ=DAILY" + clock(times) + until,
        null,
        exdates,
        switch (days) {
          case "WORKDAYS", "RESTDAYS" -> days;
          case "LUNAR" -> "LUNAR:" + String.join(",", words("lunar"));
          default -> "ALL";
        });
  }

  /** The last day, with all its plays; RFC 5545 wants it in UTC, where the start has a zone. */
  private static String until(String day) {
    if (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      throw new Refusal("schedule.day", day);
    }
    var end = LocalDate.parse(day).plusDays(1).atStartOfDay(Clocks.ZONE).minusSeconds(1);
    return java.time.format.DateTimeFormatter.ofPattern(
            "yyyyMMdd'T'HHmmss'Z'", java.util.Locale.ROOT)
        .format(end.withZoneSameInstant(java.time.ZoneOffset.UTC));
  }

  /**
   * Several times of a day. RFC 5545 has the product of hours and minutes, so times with different
   * minutes at different hours are two schedules.
   */
  private static String clock(List<String> times) {
    if (times.size() == 1) {
      return "";
    }
    var hours = times.stream().map(time -> time.substring(0, 2)).distinct().toList();
    var minutes = times.stream().map(time -> time.substring(3)).distinct().toList();
    if (hours.size() * minutes.size() != times.stream().distinct().count()) {
      throw new Refusal("schedule.times", String.join(" ", times));
    }
    return ";BYHOUR="
        + hours.stream().map(Integer::valueOf).map(String::valueOf).collect(Collectors.joining(","))
        + ";BYMINUTE="
        + minutes.stream()
            .map(Integer::valueOf)
            .map(String::valueOf)
            .collect(Collectors.joining(","));
  }

  private List<Target> targets() {
    var targets = new ArrayList<Target>();
    words("include").forEach(code -> targets.add(new Target(true, Target.Kind.AREA, code)));
    words("exclude").forEach(code -> targets.add(new Target(false, Target.Kind.AREA, code)));
    for (var target : targets) {
      if (!target.target().matches("[0-9]{12}")) {
        throw new Refusal("schedule.area", target.target());
      }
    }
    return targets;
  }

  private List<String> words(String field) {
    return Arrays.stream(typed(field).split("[\\s,，、;；]+"))
        .filter(word -> !word.isEmpty())
        .toList();
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
