package firstline.console.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.Invalid;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.words.Bundles;
import jakarta.ws.rs.ProcessingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemDocumentsTest {
  @Test
  void aRefusalTellsItsCodeItsArgumentsAndASentenceInTheCallersLanguage() {
    var problem = Problems.refused(new Refusal("throttled", 7L), "en").toJson();
    assertEquals("/problems/throttled", problem.getString("type"));
    assertEquals("throttled", problem.getString("code"));
    assertEquals(429, problem.getInt("status"));
    assertEquals(7, problem.getJsonArray("arguments").getInt(0));
    assertTrue(problem.getString("detail").contains("7 seconds"));
    assertEquals(
        "请求太频繁", Problems.refused(new Refusal("throttled", 7L), "zh").toJson().getString("title"));
  }

  @Test
  void anInvalidCommandNamesEachField() {
    var invalid =
        new Invalid(
            List.of(
                new Invalid.Violation("fieldWithoutWords", "Min", Map.of("value", 1)),
                new Invalid.Violation("since", "NotBlank", Map.of())));
    var problem = Problems.refused(invalid, "en").toJson();
    assertEquals(422, problem.getInt("status"));
    var first = problem.getJsonArray("violations").getJsonObject(0);
    assertEquals("fieldWithoutWords", first.getString("field"));
    assertEquals("Min", first.getString("rule"));
    assertEquals("must not be less than 1.", first.getString("detail"));
    assertEquals(
        "fieldWithoutWords: must not be less than 1. Since: is required.",
        problem.getString("detail"));
  }

  @Test
  void anIncidentTellsItsIdAndNothingElse() {
    var problem = Problems.incident("00AB12CD", "en").toJson();
    assertEquals(500, problem.getInt("status"));
    assertEquals("00AB12CD", problem.getString("incident"));
    assertFalse(problem.getString("detail").contains("Exception"));
  }

  @Test
  void theStatusFollowsFromTheCode() {
    assertEquals(401, ProblemStatus.of(new Refusal("sign-in.required")));
    assertEquals(403, ProblemStatus.of(new Refusal("right.missing", "x")));
    assertEquals(404, ProblemStatus.of(new NotFound()));
    assertEquals(409, ProblemStatus.of(new Conflict()));
    assertEquals(413, ProblemStatus.of(new Refusal("payload.too-large", 1L)));
    assertEquals(422, ProblemStatus.of(new Refusal("review.own-work")));
  }

  @Test
  void aRefusalIsFoundUnderWhatTheServerWrappedAroundIt() {
    var refusal = new Refusal("x");
    var wrapped = new ProcessingException(new IllegalStateException(refusal));
    assertEquals(refusal, ProblemStatus.refusal(wrapped));
  }

  @Test
  void everyCodeOfTheBoundaryHasWordsInBothLanguages() {
    for (var language : List.of("zh", "en")) {
      for (var code : ProblemStatus.codes()) {
        assertTrue(Bundles.knows(language, "refusal." + code), language + " " + code);
      }
      for (var status : List.of(400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 429, 500)) {
        assertTrue(Bundles.knows(language, "problem.title." + status), language + " " + status);
      }
    }
  }
}
