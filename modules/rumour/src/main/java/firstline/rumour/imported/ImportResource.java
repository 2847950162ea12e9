package firstline.rumour.imported;

import firstline.persistence.api.LargeBody;
import firstline.persistence.right.Desk;
import firstline.rumour.match.CatchUp;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Rebuttals of an earlier system as JSON Lines, one object a line. */
@Path("/rumours/import")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
  @Inject private ImportRebuttals importRebuttals;
  @Inject private Desk desk;
  @Inject private Event<CatchUp> catchUp;

  @POST
  @LargeBody
  @Consumes({
    "application/x-ndjson",
    "application/jsonl",
    MediaType.APPLICATION_JSON,
    MediaType.TEXT_PLAIN
  })
  @Operation(
      summary =
          "Imports rebuttals: externalId, claim, wordings, verdict, fact, explanation, sources,"
              + " language, publishedAt; a report names every rejected line")
  public ImportRebuttals.Result take(
      InputStream body,
      @QueryParam("origin") @DefaultValue("api") String origin,
      @QueryParam("area") @DefaultValue("") String area)
      throws IOException {
    var read = ImportFile.jsonLines(body);
    var result =
        importRebuttals.run(
            new ImportRebuttals.Command(
                origin,
                area.isEmpty() ? desk.officer().areaCode() : area,
                read.lines(),
                read.rejected()));
    // A program that imports and then asks expects to find what it brought.
    catchUp.fire(new CatchUp());
    return result;
  }
}
