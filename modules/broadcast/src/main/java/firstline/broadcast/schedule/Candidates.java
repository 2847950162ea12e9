package firstline.broadcast.schedule;

import firstline.broadcast.conflict.Candidate;
import firstline.broadcast.recurrence.Recurrence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans as they are checked against what is approved. */
final class Candidates {
  private Candidates() {}

  /** The plan, ordered for the area; the takeover is null if it replaces nothing. */
  static Candidate of(Plan plan, String area, Candidate.@Nullable Takeover takeover) {
    return new Candidate(
        area,
        plan.kind(),
        Recurrence.read(plan.when()),
        plan.repeats() == 0 ? plan.slot().toMillis() : plan.length().toMillis(),
        plan.slot().toMillis(),
        targets(plan, true, Target.Kind.AREA),
        targets(plan, true, Target.Kind.GROUP),
        targets(plan, false, Target.Kind.AREA),
        targets(plan, false, Target.Kind.GROUP),
        takeover);
  }

  private static List<String> targets(Plan plan, boolean included, Target.Kind kind) {
    return plan.targets().stream()
        .filter(target -> target.included() == included && target.kind() == kind)
        .map(Target::target)
        .toList();
  }
}
