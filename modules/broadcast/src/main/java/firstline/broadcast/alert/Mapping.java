package firstline.broadcast.alert;

import firstline.persistence.requirement.Requirement;
import java.util.Map;
import java.util.Set;

/**
 * From the words of CAP to those of the city: own tables, since neither the standard nor the
 * emergency law (突发事件应对法, article 63 of 2024: 红、橙、黄、蓝 for levels 1 to 4) gives one.
 */
final class Mapping {
  /** What may come of a message. */
  enum Kind {
    EMERGENCY,
    DRILL,
    NONE
  }

  /** 1 red, 2 orange, 3 yellow, 4 blue. What is unknown is no reason for a siren at night. */
  private static final Map<Cap.Severity, Integer> LEVELS =
      Map.of(
          Cap.Severity.EXTREME, 1,
          Cap.Severity.SEVERE, 2,
          Cap.Severity.MODERATE, 3,
          Cap.Severity.MINOR, 4,
          Cap.Severity.UNKNOWN, 4);

  private static final int LOWEST = 4;

  /** Each of these lowers the level by one: what is over, and what will hardly come. */
  private static final Set<Cap.Urgency> LESS_URGENT = Set.of(Cap.Urgency.PAST);

  private static final Set<Cap.Certainty> LESS_CERTAIN = Set.of(Cap.Certainty.UNLIKELY);

  /** System, Test and Draft are words between machines. */
  private static final Map<Cap.Status, Kind> KINDS =
      Map.of(
          Cap.Status.ACTUAL, Kind.EMERGENCY,
          Cap.Status.EXERCISE, Kind.DRILL,
          Cap.Status.SYSTEM, Kind.NONE,
          Cap.Status.TEST, Kind.NONE,
          Cap.Status.DRAFT, Kind.NONE);

  private Mapping() {}

  /** 1 to 4. */
  @Requirement("R34.4")
  static int level(Cap.Info info) {
    var level =
        LEVELS.getOrDefault(info.severity(), LOWEST)
            + (LESS_URGENT.contains(info.urgency()) ? 1 : 0)
            + (LESS_CERTAIN.contains(info.certainty()) ? 1 : 0);
    return Math.min(LOWEST, level);
  }

  /** A loudspeaker is heard by all: what is not for the public is not for it. */
  @Requirement("R34.4")
  static Kind kind(Cap cap) {
    return cap.scope() == Cap.Audience.PUBLIC
        ? KINDS.getOrDefault(cap.status(), Kind.NONE)
        : Kind.NONE;
  }
}
