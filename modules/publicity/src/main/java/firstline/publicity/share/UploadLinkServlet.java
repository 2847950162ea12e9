package firstline.publicity.share;

import firstline.persistence.api.JsonAnswer;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.words.Words;
import firstline.publicity.upload.Arrivals;
import firstline.publicity.upload.Transfers;
import firstline.publicity.upload.UploadQueries;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code /u/{token}}, where somebody outside leaves files: its page, by {@code /transfers} the tus
 * protocol, and POST {@code /taken} with {@code taken=<id>}, which has a transfer that is whole
 * taken in and tells {@code {"state": "TAKEN" | "REFUSED", "name", "refusal"}}. 410 once the link
 * has ended; 413 for a file that it does not hold any more.
 */
@WebServlet("/u/*")
public class UploadLinkServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final String VIEW = "firstline.publicity.upload-link";
  private static final Pattern PATH =
      Pattern.compile("/(?<token>[A-Za-z0-9_-]{32})(?<rest>/taken|/transfers(/[0-9a-f-]{36})?)?");

  @Inject private transient UploadLinks links;
  @Inject private transient LinkDoor door;
  @Inject private transient Transfers transfers;
  @Inject private transient Arrivals arrivals;
  @Inject private transient UploadQueries uploads;
  @Inject private transient Words words;

  @Override
  @Requirement("R66.3")
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    LinkDoor.close(response);
    var path = PATH.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
    var found =
        path.matches() ? links.living(path.group("token")) : Optional.<UploadLinks.Living>empty();
    if (found.isEmpty()) {
      // Whether there ever was one is nobody's business.
      response.setStatus(HttpServletResponse.SC_GONE);
      if (request.getMethod().equals("GET")) {
        LinkDoor.forward("upload-gone", request, response);
      }
      return;
    }
    var link = found.get();
    var lock = new LinkDoor.Lock(link.id(), "/u/" + path.group("token"), link.passwordHash());
    var rest = Objects.requireNonNullElse(path.group("rest"), "");
    if (rest.isEmpty()) {
      page(link, lock, request, response);
    } else if (!door.admits(lock, request)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    } else if (rest.equals("/taken")) {
      taken(link, request, response);
    } else {
      transfer(link, request, response);
    }
  }

  private void page(
      UploadLinks.Living link,
      LinkDoor.Lock lock,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getMethod().equals("POST")) {
      door.tried(lock, request, response);
    } else if (!door.admits(lock, request)) {
      LinkDoor.forward("share-password", request, response);
    } else {
      request.setAttribute(VIEW, link);
      LinkDoor.forward("upload-here", request, response);
    }
  }

  /** What is begun is counted before the first byte: its length is known, or it is refused. */
  private void transfer(
      UploadLinks.Living link, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getMethod().equals("POST")) {
      var length = Objects.requireNonNullElse(request.getHeader("Upload-Length"), "");
      if (!length.matches("[0-9]{1,13}")
          || request.getHeader("X-HTTP-Method-Override") != null
          || !links.begun(link.id(), Long.parseLong(length))) {
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        return;
      }
    }
    transfers.answer(request, response, link.id());
  }

  private void taken(
      UploadLinks.Living link, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var id = Objects.requireNonNullElse(request.getParameter("taken"), "");
    if (!id.matches("[0-9a-f-]{36}") || !request.getMethod().equals("POST")) {
      throw new NotFound();
    }
    if (uploads.left(id, link.id()).isEmpty()
        && arrivals.takeFromOutside(id, link.id(), link.area()).isEmpty()) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return;
    }
    var left = uploads.left(id, link.id()).orElseThrow(NotFound::new);
    var told = Json.createObjectBuilder().add("state", left.state()).add("name", left.name());
    var refusal = left.refusal();
    JsonAnswer.send(response, refusal == null ? told : told.add("refusal", words.refusal(refusal)));
  }
}
