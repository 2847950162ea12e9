package firstline.broadcast.schedule;

import firstline.broadcast.media.Sound;
import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import firstline.broadcast.reading.ReadingTime;
import firstline.broadcast.recurrence.Recurrence;
import firstline.broadcast.signature.Canonical;
import firstline.broadcast.verse.TextKind;
import firstline.persistence.digest.Sha256;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a reviewer approves.
 *
 * @param level of an emergency, 1 to 4; else 0
 * @param tone before the text
 * @param language {@code zh} or {@code en}
 * @param text that is spoken, at most 4,000 characters
 * @param textKind how it is written
 * @param slot until when after its start a play must be over
 * @param tolerance how late it may begin
 * @param volume 0 to 100
 * @param repeats 1 to 100; 0 until the end of the slot
 * @param script that is read word for word; null for a text of one's own
 * @param media that is heard, in its order; the text is then for speakers to which it did not come
 */
public record Plan(
    String title,
    Kind kind,
    int level,
    Tone tone,
    String language,
    String text,
    TextKind textKind,
    Recurrence.Text when,
    Duration slot,
    Duration tolerance,
    Preemption preemption,
    int volume,
    int repeats,
    Duration pause,
    List<Target> targets,
    @Nullable UUID script,
    List<Sound> media) {

  /** What is heard before the text. */
  public enum Tone {
    NONE,
    CHIME,
    ATTENTION,
    DRILL
  }

  private static final int TITLE = 100;
  private static final int ORDERED_TITLE = 40;
  private static final int TEXT = 4_000;
  private static final int TARGETS = 200;
  private static final int SOUNDS = 20;
  private static final Duration LONGEST_SLOT = Duration.ofHours(24);
  private static final Duration LATEST = Duration.ofHours(1);

  private static final Duration TONE = Duration.ofSeconds(4);

  public Plan {
    targets =
        targets.stream()
            .sorted(
                Comparator.comparing(Target::kind)
                    .thenComparing(Target::target)
                    .thenComparing(Target::included))
            .distinct()
            .toList();
    media = List.copyOf(media);
  }

  /** An announcement, as most texts are. */
  public Plan(
      String title,
      Kind kind,
      int level,
      Tone tone,
      String language,
      String text,
      Recurrence.Text when,
      Duration slot,
      Duration tolerance,
      Preemption preemption,
      int volume,
      int repeats,
      Duration pause,
      List<Target> targets,
      @Nullable UUID script,
      List<Sound> media) {
    this(
        title,
        kind,
        level,
        tone,
        language,
        text,
        TextKind.ANNOUNCEMENT,
        when,
        slot,
        tolerance,
        preemption,
        volume,
        repeats,
        pause,
        targets,
        script,
        media);
  }

  private Plan with(Tone otherTone, String otherText, List<Target> places, List<Sound> sounds) {
    return new Plan(
        title,
        kind,
        level,
        otherTone,
        language,
        otherText,
        textKind,
        when,
        slot,
        tolerance,
        preemption,
        volume,
        repeats,
        pause,
        places,
        script,
        sounds);
  }

  /** What is ordered without a title is called by how it begins. */
  public static String titled(String text) {
    return text.length() > ORDERED_TITLE ? text.substring(0, ORDERED_TITLE - 1) + "…" : text;
  }

  /** How late a play may begin that is worth hearing to its end: at most the limit. */
  public static Duration latest(Duration slot) {
    return slot.compareTo(LATEST) < 0 ? slot : LATEST;
  }

  /** The same with these sounds. */
  public Plan with(List<Sound> sounds) {
    return with(tone, text, targets, sounds);
  }

  /**
   * Checks all of it.
   *
   * @throws Refusal {@code schedule.…} or {@code recurrence.…} with what is wrong
   */
  @Requirement({"R36.1", "R36.6"})
  public Recurrence checked() {
    require(!title.isBlank() && title.length() <= TITLE, "schedule.title", TITLE);
    require(!text.isBlank() && text.length() <= TEXT, "schedule.text", TEXT);
    require(language.equals("zh") || language.equals("en"), "schedule.language", language);
    require((kind == Kind.EMERGENCY) == (level >= 1 && level <= 4), "schedule.level", level);
    require((kind == Kind.DRILL) == (tone == Tone.DRILL), "schedule.drill-tone");
    require(kind != Kind.DRILL || text.startsWith(leadIn()), "schedule.drill-text", leadIn());
    require(volume >= 0 && volume <= 100, "schedule.volume", volume);
    require(repeats >= 0 && repeats <= 100, "schedule.repeats", repeats);
    require(
        !tolerance.isNegative() && tolerance.compareTo(LATEST) <= 0,
        "schedule.tolerance",
        LATEST.toMinutes());
    require(
        slot.compareTo(length()) >= 0 && slot.compareTo(LONGEST_SLOT) <= 0,
        "schedule.slot",
        slot.toSeconds(),
        length().toSeconds());
    require(targets.stream().anyMatch(Target::included), "schedule.nowhere");
    require(targets.size() <= TARGETS, "schedule.targets", TARGETS);
    require(media.size() <= SOUNDS, "schedule.media-most", SOUNDS);
    return Recurrence.read(when);
  }

  private static void require(boolean holds, String code, Object... arguments) {
    if (!holds) {
      throw new Refusal(code, arguments);
    }
  }

  /** A drill as it must sound, with its tone and the sentence before the text; else the same. */
  @Requirement("R36.6")
  Plan audible() {
    return kind == Kind.DRILL
        ? with(Tone.DRILL, text.startsWith(leadIn()) ? text : leadIn() + text, targets, media)
        : this;
  }

  /** The text without the sentence by which a drill is known. */
  String bare() {
    return kind == Kind.DRILL && text.startsWith(leadIn())
        ? text.substring(leadIn().length())
        : text;
  }

  private String leadIn() {
    return language.equals("zh")
        ? "演练，演练，以下内容是演练。"
        : "Exercise, exercise. What follows is an exercise. ";
  }

  /** How long it sounds once with its tone: its media, or its text at the usual rate. */
  @Requirement("R38.6")
  public Duration once() {
    return (media.isEmpty() ? ReadingTime.of(text) : played())
        .plus(tone == Tone.NONE ? Duration.ZERO : TONE);
  }

  private Duration played() {
    return media.stream().map(Sound::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** How long one play sounds, as often as it repeats. */
  public Duration length() {
    var times = Math.max(1, repeats);
    return once().multipliedBy(times).plus(pause.multipliedBy(times - 1));
  }

  /** SHA-256 of all of it, in hexadecimal: what a reviewer has read. */
  @Requirement({"R36.2", "R38.6", "R54.1"})
  public String hash() {
    var all = new HashMap<String, Object>();
    all.put("title", title);
    all.put("kind", kind.name());
    all.put("level", level);
    all.put("tone", tone.name());
    all.put("language", language);
    all.put("text", text);
    all.put("dtstart", String.valueOf(when.dtstart()));
    all.put("rrule", String.valueOf(when.rrule()));
    all.put("timezone", String.valueOf(when.timezone()));
    all.put("exdates", when.exdates() == null ? List.of() : when.exdates());
    all.put("calendar", String.valueOf(when.calendar()));
    all.put("slot", slot.toMillis());
    all.put("tolerance", tolerance.toMillis());
    all.put("preemption", preemption.name());
    all.put("volume", volume);
    all.put("repeats", repeats);
    all.put("pause", pause.toMillis());
    if (script != null) {
      all.put("script", script.toString());
    }
    // What is usual is left out: what was approved before there were kinds and sounds keeps its
    // hash.
    if (textKind != TextKind.ANNOUNCEMENT) {
      all.put("textKind", textKind.name());
    }
    if (!media.isEmpty()) {
      all.put("media", media.stream().map(Sound::sha256).toList());
    }
    all.put(
        "targets",
        targets.stream()
            .map(
                target ->
                    Map.of(
                        "included", target.included(),
                        "kind", target.kind().name(),
                        "target", target.target()))
            .toList());
    return Sha256.hex(Canonical.bytes(all));
  }

  /** The same for other places. */
  Plan heardIn(List<Target> others) {
    return with(tone, text, others, media);
  }
}
