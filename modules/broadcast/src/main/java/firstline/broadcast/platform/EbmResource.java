package firstline.broadcast.platform;

import firstline.broadcast.alert.Alerts;
import firstline.broadcast.ebm.EbdPackage;
import firstline.broadcast.ebm.MessageId;
import firstline.persistence.api.LargeBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Packets of the emergency broadcast between platforms: tar in, tar out. */
@Path("/broadcast/ebm")
@RequestScoped
public class EbmResource {
  static final String TAR = "application/x-tar";

  @Inject private AnswerPacket answerPacket;
  @Inject private GiveOutEbm giveOutEbm;

  @POST
  @LargeBody(megabytes = 20)
  @Consumes({TAR, "application/tar"})
  @Produces(TAR)
  @Operation(
      summary =
          "Takes in a packet (EBD) of the emergency broadcast and answers with one: a message"
              + " becomes the draft that CAP would be (201 if it is new, 200 if it is known), a"
              + " query for a message's state is answered from receipts. After public"
              + " implementations; check against the bought standard")
  @APIResponse(responseCode = "201", description = "The answer's tar")
  public Response take(InputStream body) throws IOException {
    var answered =
        answerPacket.answer(new TakeInEbm.Command(EbdPackage.bytes(body), Alerts.Way.API));
    return tar(Response.status(answered.isNew() ? 201 : 200), answered.reply().name())
        .entity(answered.reply().pack())
        .build();
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "What is on the air, each with the id of its message")
  public List<GiveOutEbm.OnAir> list() {
    return giveOutEbm.onAir();
  }

  @GET
  @Path("{messageId: [0-9]{35}}")
  @Produces(TAR)
  @Operation(summary = "A message that is or was on the air, as the tar of its packet")
  public Response one(@PathParam("messageId") String messageId) {
    var given = giveOutEbm.one(MessageId.of(messageId));
    return tar(Response.ok(), EbdPackage.unpack(given.tar()).name()).entity(given.tar()).build();
  }

  private static Response.ResponseBuilder tar(Response.ResponseBuilder response, String name) {
    return response
        .type(TAR)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }
}
