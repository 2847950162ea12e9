package firstline.console.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * A problem document (RFC 9457).
 *
 * @param status of HTTP
 * @param code stable, such as {@code review.own-work}; {@code type} is {@code /problems/<code>}
 * @param title what kind of problem, in words
 * @param detail what is wrong and what to do, in words
 * @param arguments of the sentence, in order
 * @param violations one entry a field that is not as it must be
 * @param incident id for the telephone if nobody foresaw this, else empty
 */
record Problem(
    int status,
    String code,
    String title,
    String detail,
    List<Object> arguments,
    List<Violation> violations,
    String incident) {
  /** Media type of the document. */
  static final String TYPE = "application/problem+json";

  /** A field, the rule that it broke and the sentence that says so. */
  record Violation(String field, String rule, String detail) {}

  JsonObject toJson() {
    var json =
        Json.createObjectBuilder()
            .add("type", "/problems/" + code)
            .add("title", title)
            .add("status", status)
            .add("detail", detail)
            .add("code", code);
    if (!arguments.isEmpty()) {
      var array = Json.createArrayBuilder();
      arguments.forEach(argument -> array.add(value(argument)));
      json.add("arguments", array);
    }
    if (!violations.isEmpty()) {
      var array = Json.createArrayBuilder();
      violations.forEach(
          violation ->
              array.add(
                  Json.createObjectBuilder()
                      .add("field", violation.field())
                      .add("rule", violation.rule())
                      .add("detail", violation.detail())));
      json.add("violations", array);
    }
    if (!incident.isEmpty()) {
      json.add("instance", "urn:firstline:incident:" + incident).add("incident", incident);
    }
    return json.build();
  }

  private static JsonValue value(Object argument) {
    if (argument instanceof Integer || argument instanceof Long) {
      return Json.createValue(((Number) argument).longValue());
    }
    return argument instanceof Boolean flag
        ? flag ? JsonValue.TRUE : JsonValue.FALSE
        : Json.createValue(argument.toString());
  }
}
