package firstline.broadcast.door;

import firstline.broadcast.fleet.Assignments;
import firstline.broadcast.fleet.EnrolSpeaker;
import firstline.broadcast.receipt.JsonBody;
import firstline.persistence.refusal.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** POST {@code /t/v1/enrol} and GET {@code /t/v1/assignment} (PROTOCOL.md, 1). */
@WebServlet({"/t/v1/enrol", "/t/v1/assignment"})
public class EnrolServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient EnrolSpeaker enrolSpeaker;
  @Inject private transient Assignments assignments;
  @Inject private transient Answers answers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var speaker = answers.asked(request, response);
    if (speaker.isEmpty()) {
      return;
    }
    try {
      answers.json(response, HttpServletResponse.SC_OK, assignments.of(speaker.get().serial()));
    } catch (Refusal refusal) {
      // Retired since its ticket was looked up.
      answers.refuse(response, refusal);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answers.time(response);
    try {
      var assignment = enrolSpeaker.enrol(command(request));
      answers.json(response, HttpServletResponse.SC_CREATED, assignment);
    } catch (Refusal refusal) {
      answers.refuse(response, refusal);
    }
  }

  private EnrolSpeaker.Command command(HttpServletRequest request) throws IOException {
    var object = JsonBody.read(answers.body(request));
    return new EnrolSpeaker.Command(
        object.getString("code", ""),
        object.getString("serial", ""),
        object.getString("publicKey", ""),
        object.getString("proof", ""),
        String.valueOf(request.getAttribute("firstline.client-address")));
  }
}
