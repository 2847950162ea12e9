package firstline.rumour.claim;

import firstline.persistence.right.Desk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Claims from programs. */
@Path("/rumours/claims")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClaimResource {
  /** What is said, where it was seen in public, and the area; the officer's own if left out. */
  public record Report(@Nullable String text, @Nullable String seen, @Nullable String area) {}

  /** What the caller takes away. */
  public record Filed(String number, String receipt) {}

  @Inject private FileClaim fileClaim;
  @Inject private Desk desk;

  @POST
  @Operation(summary = "Files a claim; 201 with its number and receipt")
  public Response file(Report report) {
    var filed =
        fileClaim.file(
            new FileClaim.Command(
                Objects.requireNonNullElse(report.text(), ""),
                Objects.requireNonNullElse(report.seen(), ""),
                Objects.requireNonNullElseGet(report.area(), () -> desk.officer().areaCode()),
                Claim.Channel.PROGRAM,
                null));
    return Response.status(Response.Status.CREATED)
        .entity(new Filed(filed.number(), filed.receipt()))
        .build();
  }
}
