package firstline.market.quote;

import firstline.persistence.api.KeyOptional;
import firstline.persistence.api.LargeBody;
import firstline.persistence.tabular.Tables;
import jakarta.enterprise.context.RequestScoped;
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

/** Quotes as CSV, XLSX or JSON Lines; the same ones again change nothing. */
@Path("/market/quotes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class QuoteResource {
  @Inject private TakeQuotes takeQuotes;

  @POST
  @LargeBody(megabytes = 20)
  @KeyOptional
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary =
          "Takes quotes: point, goods, unit, price, cost, quotedOn, lastTrade; a report names every"
              + " rejected line. create=true makes points and goods that are not known")
  public TakeQuotes.Result take(
      InputStream body, @QueryParam("create") @DefaultValue("false") boolean create)
      throws IOException {
    // One byte more than is read tells that it is too large.
    var read = QuoteFile.read(body.readNBytes(Tables.BYTES + 1));
    return takeQuotes.take(new TakeQuotes.Command(create, read.lines(), read.rejected()));
  }
}
