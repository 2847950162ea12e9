package firstline.console.rest;

import firstline.persistence.refusal.Refusal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The status of HTTP for a refusal: 422 unless its code says more. */
final class ProblemStatus {
  private static final Map<String, Integer> BY_CODE =
      Map.ofEntries(
          Map.entry("sign-in.required", 401),
          Map.entry("token.invalid", 401),
          Map.entry("right.missing", 403),
          Map.entry("desk.only-looking", 403),
          Map.entry("origin.foreign", 403),
          Map.entry("not-found", 404),
          Map.entry("conflict", 409),
          Map.entry("idempotency.in-flight", 409),
          Map.entry("idempotency.unknown", 409),
          Map.entry("idempotency.missing", 400),
          Map.entry("idempotency.key", 400),
          Map.entry("body.malformed", 400),
          Map.entry("body.empty", 400),
          Map.entry("page.cursor", 400),
          Map.entry("payload.too-large", 413),
          Map.entry("file.too-large", 413),
          Map.entry("throttled", 429));

  private ProblemStatus() {}

  /** The codes that are not 422. */
  static Set<String> codes() {
    return BY_CODE.keySet();
  }

  static int of(Refusal refusal) {
    return BY_CODE.getOrDefault(refusal.code(), 422);
  }

  /** The refusal under what the server wrapped around it, if there is one. */
  static @Nullable Refusal refusal(@Nullable Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
    }
    return null;
  }
}
