package firstline.persistence.chosen;

import firstline.persistence.refusal.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * One thing that an administrator may choose. Words: {@code setting.<key>}, {@code
 * setting.<key>.help}; a choice's values: {@code setting.<key>.<value>}.
 *
 * @param key such as {@code retention.audit}; what stands before the dot is its section
 * @param right who changes it
 * @param standard the value until somebody chooses
 * @param least the smallest number, and {@code most} the largest
 * @param unit of a number: {@code days}, {@code minutes}, {@code times}; else empty
 * @param choices the values of a choice; else empty
 */
public record Setting(
    String key,
    String right,
    Kind kind,
    String standard,
    int least,
    int most,
    String unit,
    List<String> choices,
    Effect effect) {

  /** What a value looks like. */
  public enum Kind {
    NUMBER,
    FLAG,
    CHOICE,
    /** An hour of the day, {@code 22:00}. */
    HOUR
  }

  /** From when a new value counts. */
  public enum Effect {
    AT_ONCE,
    /** When somebody next chooses a password. */
    NEXT_PASSWORD,
    /** When rows past their use are next deleted: within a day. */
    NEXT_DAY,
    /** When a form is next opened. */
    NEXT_FORM
  }

  /** The values of a flag. */
  public static final String ON = "on";

  public static final String OFF = "off";

  public Setting {
    choices = List.copyOf(choices);
  }

  /** A whole number within bounds. */
  public static Setting number(
      String key, String right, int standard, int least, int most, String unit, Effect effect) {
    return new Setting(
        key, right, Kind.NUMBER, Integer.toString(standard), least, most, unit, List.of(), effect);
  }

  /** On or off. */
  public static Setting flag(String key, String right, boolean standard, Effect effect) {
    return new Setting(
        key, right, Kind.FLAG, standard ? ON : OFF, 0, 0, "", List.of(ON, OFF), effect);
  }

  /** One of several; the first is the standard. */
  public static Setting choice(String key, String right, List<String> choices, Effect effect) {
    return new Setting(key, right, Kind.CHOICE, choices.get(0), 0, 0, "", choices, effect);
  }

  /** An hour of the day. */
  public static Setting hour(String key, String right, String standard, Effect effect) {
    return new Setting(key, right, Kind.HOUR, standard, 0, 0, "", List.of(), effect);
  }

  /** What stands before the dot. */
  public String section() {
    return key.substring(0, key.indexOf('.'));
  }

  /** Why this cannot be the value; empty if it can. */
  public Optional<Refusal> problem(String value) {
    return switch (kind) {
      case NUMBER -> numberProblem(value);
      case FLAG, CHOICE ->
          choices.contains(value) ? Optional.empty() : Optional.of(new Refusal("setting.choice"));
      case HOUR ->
          value.matches("([01][0-9]|2[0-3]):[0-5][0-9]")
              ? Optional.empty()
              : Optional.of(new Refusal("setting.hour", value));
    };
  }

  private Optional<Refusal> numberProblem(String value) {
    if (!value.matches("[0-9]{1,9}")) {
      return Optional.of(new Refusal("setting.number", value));
    }
    var number = Integer.parseInt(value);
    return number < least || number > most
        ? Optional.of(new Refusal("setting.bounds", least, most))
        : Optional.empty();
  }
}
