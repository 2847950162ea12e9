package firstline.testkit.architecture;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The few places to which a rule does not apply, each with its reason. A name is relative to the
 * product's root package; a star stands for anything.
 */
final class Exemptions {
  private final Map<String, String> reasons;

  private Exemptions(Map<String, String> reasons) {
    this.reasons = reasons;
  }

  /** Who may catch whatever comes. */
  static final Exemptions CATCH =
      new Exemptions(
          Map.of(
              "persistence.screen.Screen",
              "the boundary of page beans: turns refusals into messages, throws the rest on",
              "console.screen.FrontFilter",
              "the boundary of pages: what a page threw becomes the right error page",
              "console.rest.*Mapper",
              "the boundary of REST: turns refusals and incidents into problem documents",
              "persistence.usecase.UseCaseBoundary",
              "technical: writes the audit row of a failure and throws it on",
              "persistence.outbox.OutboxWorker",
              "technical: a listener that fails is tried again, whatever its failure",
              "broadcast.receipt.Intake",
              "technical: whoever handed in what fails is told so, and the others are not kept out",
              "persistence.bulk.OneByOne",
              "technical: one record that fails stops no other; it is logged and told as failed",
              "persistence.time.Duty",
              "technical: a duty that fails once is done again the next time"));

  /** Whose methods touch the database without a declared right; a method stands after a hash. */
  static final Exemptions RIGHT =
      new Exemptions(
          Map.of(
              "persistence.database.*",
              "opens the database and runs statements: below rights",
              "persistence.usecase.*",
              "checks the right, opens the transaction: is the boundary itself",
              "persistence.aggregate.Aggregates",
              "checks each record against the scope of the use case that runs",
              "persistence.throttle.Throttle",
              "counts attempts before anybody is known, in a transaction of its own",
              "persistence.idempotency.Answers",
              "called by the boundary of REST around use cases, which declare rights",
              "persistence.audit.AuditLog#append",
              "written by the boundary within the use case's own transaction"));

  boolean cover(String relativeName) {
    return reasons.keySet().stream()
        .anyMatch(
            name ->
                Pattern.matches(
                    name.replace(".", "\\.").replace("*", ".*") + "(\\$.*)?", relativeName));
  }
}
