package firstline.console.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.api.KeyOptional;
import firstline.persistence.api.LargeBody;
import firstline.persistence.page.Page;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

class TheOpenApiDocumentTest {
  record Claim(@NotBlank @Size(max = 200) String title, LocalDate day, List<Claim> earlier) {}

  @Path("/claims")
  static class ClaimResource {
    @GET
    @Operation(summary = "Claims")
    public Page<Claim> page(@QueryParam("q") String words) {
      return new Page<>(List.of(), "", "");
    }

    @POST
    public Claim file(Claim claim) {
      return claim;
    }

    @POST
    @Path("{number: [0-9]{4}-[0-9]+}/match")
    @KeyOptional
    @LargeBody
    @Consumes("application/x-ndjson")
    public void match(@PathParam("number") String number, String body) {}
  }

  private final JsonObject document = OpenApi.of(List.of(ClaimResource.class));
  private final JsonObject paths = document.getJsonObject("paths");

  @Test
  void everyResourceIsInItWithItsSummary() {
    var get = paths.getJsonObject("/claims").getJsonObject("get");
    assertEquals("Claims", get.getString("summary"));
    assertEquals("q", get.getJsonArray("parameters").getJsonObject(0).getString("name"));
  }

  @Test
  void aPathParameterIsWrittenWithoutItsPattern() {
    assertTrue(paths.containsKey("/claims/{number}/match"));
  }

  @Test
  void aPostNeedsAKeyUnlessItOnlyAsks() {
    assertTrue(key("/claims").getBoolean("required"));
    assertFalse(key("/claims/{number}/match").getBoolean("required"));
  }

  @Test
  void recordsBecomeSchemasWithTheirConstraints() {
    var claim =
        document
            .getJsonObject("components")
            .getJsonObject("schemas")
            .getJsonObject("console.rest.TheOpenApiDocumentTest.Claim");
    var title = claim.getJsonObject("properties").getJsonObject("title");
    assertEquals(200, title.getInt("maxLength"));
    assertEquals("title", claim.getJsonArray("required").getString(0));
    assertEquals(
        "date", claim.getJsonObject("properties").getJsonObject("day").getString("format"));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    var schemas = document.getJsonObject("components").getJsonObject("schemas");
    var references =
        java.util.regex.Pattern.compile("#/components/schemas/([^\"]+)")
            .matcher(document.toString())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertFalse(references.isEmpty());
    references.forEach(name -> assertTrue(schemas.containsKey(name), name));
  }

  private JsonObject key(String path) {
    return paths.getJsonObject(path).getJsonObject("post").getJsonArray("parameters").stream()
        .map(value -> value.asJsonObject())
        .filter(
            parameter ->
                parameter.get("name") instanceof JsonString name
                    && name.getString().equals("Idempotency-Key"))
        .findFirst()
        .orElseThrow();
  }
}
