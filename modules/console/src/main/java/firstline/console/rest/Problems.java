package firstline.console.rest;

import firstline.persistence.refusal.Invalid;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.words.Bundles;
import java.util.List;
import java.util.TreeMap;

/** Puts what went wrong into a problem document in the caller's language. */
final class Problems {
  private Problems() {}

  static Problem refused(Refusal refusal, String language) {
    var violations =
        refusal instanceof Invalid invalid
            ? invalid.violations().stream().map(one -> violation(one, language)).toList()
            : List.<Problem.Violation>of();
    var status = ProblemStatus.of(refusal);
    return new Problem(
        status,
        refusal.code(),
        title(status, language),
        violations.isEmpty() ? sentence(refusal, language) : sentence(violations, language),
        refusal.arguments(),
        violations,
        "");
  }

  /** A word of HTTP itself, such as 404 for an address that leads nowhere. */
  static Problem http(int status, String language) {
    var known = status >= 500 ? 500 : status;
    return new Problem(
        status,
        "http." + status,
        title(known, language),
        title(known, language),
        List.of(),
        List.of(),
        "");
  }

  /** What nobody foresaw. */
  static Problem incident(String id, String language) {
    return new Problem(
        500,
        "incident",
        title(500, language),
        Bundles.words(language, "problem.incident", List.of(id)),
        List.of(),
        List.of(),
        id);
  }

  private static String title(int status, String language) {
    var key = "problem.title." + status;
    return Bundles.words(language, Bundles.knows(language, key) ? key : "problem.title.400");
  }

  private static String sentence(Refusal refusal, String language) {
    var key = "refusal." + refusal.code();
    // A code without words is a mistake that a test finds; the caller still gets the code.
    return Bundles.knows(language, key)
        ? Bundles.words(language, key, refusal.arguments())
        : refusal.code();
  }

  private static String sentence(List<Problem.Violation> violations, String language) {
    return String.join(
        language.equals("en") ? " " : "",
        violations.stream()
            .map(
                one ->
                    Bundles.words(language, "invalid", List.of(name(one, language), one.detail())))
            .toList());
  }

  private static String name(Problem.Violation violation, String language) {
    var key = "field." + violation.field();
    return Bundles.knows(language, key) ? Bundles.words(language, key) : violation.field();
  }

  private static Problem.Violation violation(Invalid.Violation violation, String language) {
    var key = "invalid." + violation.rule();
    var limits = List.copyOf(new TreeMap<>(violation.limits()).values());
    return new Problem.Violation(
        violation.field(),
        violation.rule(),
        Bundles.knows(language, key)
            ? Bundles.words(language, key, limits)
            : Bundles.words(language, "invalid.Pattern", limits));
  }
}
