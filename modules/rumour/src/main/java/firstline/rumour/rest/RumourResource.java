package firstline.rumour.rest;

import firstline.persistence.api.KeyOptional;
import firstline.persistence.api.LargeBody;
import firstline.persistence.right.Desk;
import firstline.persistence.setting.Settings;
import firstline.persistence.throttle.Throttle;
import firstline.rumour.claim.FileClaim;
import firstline.rumour.imported.ImportRebuttals;
import firstline.rumour.imported.JsonLines;
import firstline.rumour.match.Matching;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Rumours for programs: match, import, claims. */
@Path("/rumours")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RumourResource {
  private static final int MOST = 20;
  private static final int ASKED = 120;

  /**
   * @param limit 1 to 20; 5 if absent
   */
  public record Question(@Nullable String text, @Nullable Integer limit) {}

  /** A match, as a program gets it. */
  public record Found(
      String number,
      String title,
      String verdict,
      double score,
      String url,
      List<String> because) {}

  /** The tier and the matches, best first. */
  public record Answer(String tier, List<Found> matches) {}

  @Inject private Matching matching;
  @Inject private ImportRebuttals importRebuttals;
  @Inject private FileClaim fileClaim;
  @Inject private Throttle throttle;
  @Inject private Desk desk;
  @Context private HttpServletRequest request;

  @POST
  @Path("match")
  @KeyOptional
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Has this been answered already? ANSWERED, POSSIBLE or NONE, for everybody")
  public Answer match(Question question) throws Exception {
    throttle.require(
        "match " + request.getAttribute("firstline.client-address"), ASKED, Duration.ofMinutes(1));
    var limit = question.limit();
    var answer =
        matching.match(
            Objects.requireNonNullElse(question.text(), ""),
            Math.max(1, Math.min(MOST, limit == null ? 5 : limit)));
    return new Answer(
        answer.tier().name(), answer.matches().stream().map(RumourResource::found).toList());
  }

  private static Found found(Matching.Match match) {
    return new Found(
        match.number(),
        match.title(),
        match.verdict(),
        match.score(),
        Settings.current().url().resolve("/rumours/" + match.number()).toString(),
        match.shared());
  }

  @POST
  @Path("import")
  @LargeBody
  @Consumes({"application/x-ndjson", "application/jsonl", MediaType.TEXT_PLAIN})
  @Operation(summary = "Takes over rebuttals of an earlier system, one JSON object a line")
  public ImportRebuttals.Result take(
      InputStream body, @QueryParam("origin") @DefaultValue("API") String origin)
      throws IOException {
    var read = JsonLines.read(body);
    return importRebuttals.run(
        new ImportRebuttals.Command(
            origin, desk.officer().areaCode(), read.lines(), read.rejected()));
  }

  @POST
  @Path("claims")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Files a claim; answers with its number and receipt")
  public Response file(FileClaim.Command command) {
    return Response.status(Response.Status.CREATED).entity(fileClaim.file(command)).build();
  }
}
