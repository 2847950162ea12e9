package firstline.broadcast.standing;

import firstline.persistence.requirement.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether an alert goes on the air without a hand.
 *
 * @param rule by which it does; null if it does not
 * @param held why not, if there are rules of its sender; else empty
 */
record Decision(@Nullable Rule rule, String held) {
  /** A signature stays valid for years: what is sent again later is for a person. */
  static final Duration FRESH = Duration.ofHours(1);

  private static final Decision NONE = new Decision(null, "");

  /** Each narrows what is left; the one that leaves nothing is the reason. */
  @Requirement({"R51.1", "R51.2"})
  static Decision of(Arrived alert, List<Rule> rules, Instant now) {
    var left = kept(rules, rule -> rule.sender().equals(alert.sender()));
    if (left.isEmpty() || !alert.draft()) {
      return NONE;
    }
    if (alert.signer().isEmpty()) {
      return held("SIGNATURE");
    }
    if (alert.sent().isBefore(now.minus(FRESH))) {
      return held("OLD");
    }
    if (alert.unknown() || alert.places().isEmpty()) {
      return held("AREA_UNKNOWN");
    }
    left = kept(left, rule -> rule.signer().equals(alert.signer()));
    if (left.isEmpty()) {
      return held("SIGNER");
    }
    left = kept(left, rule -> names(rule, alert.events()));
    if (left.isEmpty()) {
      return held("EVENT");
    }
    left = kept(left, rule -> alert.level() >= 1 && alert.level() <= rule.leastLevel());
    if (left.isEmpty()) {
      return held("LEVEL");
    }
    return kept(left, rule -> alert.places().stream().allMatch(at -> at.startsWith(rule.path())))
        .stream()
        .min(
            Comparator.<Rule>comparingInt(rule -> -rule.path().length())
                .thenComparingLong(Rule::no))
        .map(Decision::by)
        .orElseGet(() -> held("AREA"));
  }

  private static Decision by(Rule rule) {
    return rule.spoken().template() && rule.spoken().text().isEmpty()
        ? held("TEMPLATE")
        : new Decision(rule, "");
  }

  static Decision held(String why) {
    return new Decision(null, why);
  }

  private static List<Rule> kept(List<Rule> rules, Predicate<Rule> which) {
    return rules.stream().filter(which).toList();
  }

  /** All parts of the alert must be of the kind: one that also tells of another is not sure. */
  private static boolean names(Rule rule, List<String> events) {
    return rule.event().isEmpty()
        || (!events.isEmpty() && events.stream().allMatch(rule.event()::equals));
  }
}
