package firstline.publicity.upload;

import firstline.persistence.api.JsonAnswer;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Desk;
import firstline.persistence.words.Words;
import firstline.publicity.PublicityRights;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

/**
 * Files for the console's script: by the tus protocol; and POST with {@code taken=<id>}, once all
 * of a file is here, has it taken in and tells {@code {"state", "name", "refusal"}}, state being
 * TAKEN, ASKED or REFUSED, the refusal in words. Asked again, it tells the same.
 */
@WebServlet({Transfers.ADDRESS, Transfers.ADDRESS + "/*", TransferServlet.TAKEN})
public class TransferServlet extends HttpServlet {
  static final String TAKEN = "/console/publicity/transferred";
  private static final long serialVersionUID = 1L;

  @Inject private transient Transfers transfers;
  @Inject private transient Arrivals arrivals;
  @Inject private transient UploadQueries uploads;
  @Inject private transient Desk desk;
  @Inject private transient Words words;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!desk.may(PublicityRights.DRAFT)) {
      throw new NotFound();
    }
    var owner = desk.officer().id();
    if (!request.getServletPath().equals(TAKEN)) {
      transfers.answer(request, response, owner);
      return;
    }
    var id = Objects.requireNonNullElse(request.getParameter("taken"), "");
    if (!id.matches("[0-9a-f-]{36}") || !request.getMethod().equals("POST")) {
      throw new NotFound();
    }
    var before = uploads.of(id);
    var upload = before.isPresent() ? before : arrivals.take(id, owner, desk.officer().areaCode());
    if (upload.isEmpty()) {
      response.sendError(HttpServletResponse.SC_CONFLICT);
    } else {
      JsonAnswer.send(response, told(upload.get()));
    }
  }

  private JsonObjectBuilder told(UUID upload) {
    var line = uploads.one(upload);
    var told = Json.createObjectBuilder().add("state", line.state()).add("name", line.name());
    var refusal = line.refusal();
    return refusal == null ? told : told.add("refusal", words.refusal(refusal));
  }
}
