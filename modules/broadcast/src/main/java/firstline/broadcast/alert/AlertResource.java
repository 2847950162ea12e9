package firstline.broadcast.alert;

import firstline.persistence.api.LargeBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Alerts of other authorities: CAP 1.2 in, a draft for a person out. */
@Path("/broadcast/alerts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AlertResource {
  private static final String ID = "{id: [0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}";

  @Inject private TakeInAlert takeInAlert;
  @Inject private AlertQueries queries;

  @POST
  @LargeBody(megabytes = 10)
  @Consumes({"application/cap+xml", MediaType.APPLICATION_XML, MediaType.TEXT_XML})
  @Operation(
      summary =
          "Takes in a CAP 1.2 message: 201 with the draft, 200 if the same message is known"
              + " already; what CAP forbids is refused with its element and line")
  @APIResponse(responseCode = "201", description = "The draft")
  public Response take(InputStream body) throws IOException {
    var taken = takeInAlert.take(new TakeInAlert.Command(CapReader.bytes(body), Alerts.Way.API));
    var address = URI.create("broadcast/alerts/" + taken.alert().id());
    return (taken.isNew() ? Response.created(address) : Response.ok().location(address))
        .entity(taken.alert())
        .build();
  }

  @GET
  @Path(ID)
  @Operation(summary = "An alert as it stands")
  public AlertView one(@PathParam("id") UUID id) {
    return queries.one(id);
  }
}
