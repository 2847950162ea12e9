package firstline.market.intake;

import static firstline.persistence.tabular.JsonLines.text;

import firstline.market.complaint.Letter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Letters that other departments' programs hand over; the same number again changes nothing. */
@Path("/market/letters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LetterResource {
  @Inject private ImportLetters importLetters;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary =
          "Takes a letter in: number, kind (COMPLAINT, TIPOFF, BOTH), operator, facts, and if known"
              + " channel, receivedAt, area, place, goods, amount, name, phone, address. 201 with"
              + " the record's number; 200 if the number was known")
  public Response take(JsonObject body) {
    var values = new HashMap<String, String>();
    for (var field : Field.values()) {
      values.put(field.name(), text(body, field.member()));
    }
    var channel = text(body, "channel");
    var kept =
        importLetters.post(
            new ImportLetters.Post(
                channel.isEmpty() ? Letter.Channel.DEPARTMENT.name() : channel, values));
    var answer = Json.createObjectBuilder();
    kept.ifPresent(
        record ->
            answer
                .add("number", record.number())
                .add("url", "/console/market/complaint?id=" + record.id()));
    return Response.status(kept.isPresent() ? Response.Status.CREATED : Response.Status.OK)
        .entity(answer.add("taken", kept.isPresent()).build())
        .build();
  }
}
