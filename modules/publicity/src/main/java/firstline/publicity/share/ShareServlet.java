package firstline.publicity.share;

import firstline.persistence.file.FileAnswer;
import firstline.persistence.requirement.Requirement;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

/** {@code /share/{token}} and its {@code /file}, behind a {@link LinkDoor}. */
@WebServlet("/share/*")
public class ShareServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final String VIEW = "firstline.publicity.share";
  private static final Pattern PATH =
      Pattern.compile("/(?<token>[A-Za-z0-9_-]{32})(?<file>/file)?");

  @Inject private transient ShareLinks links;
  @Inject private transient SharedVersions versions;
  @Inject private transient LinkDoor door;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    answer(request, response, false);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    answer(request, response, true);
  }

  @Requirement({"R66.1", "R66.2"})
  private void answer(HttpServletRequest request, HttpServletResponse response, boolean trying)
      throws ServletException, IOException {
    LinkDoor.close(response);
    var path = PATH.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
    if (!path.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var token = path.group("token");
    var found = links.living(token);
    if (found.isEmpty()) {
      // Whether there ever was one is nobody's business.
      response.sendError(HttpServletResponse.SC_GONE);
      return;
    }
    var link = found.get();
    var lock = new LinkDoor.Lock(link.id(), "/share/" + token, link.passwordHash());
    if (trying) {
      door.tried(lock, request, response);
      return;
    }
    if (!door.admits(lock, request)) {
      LinkDoor.forward("share-password", request, response);
      return;
    }
    show(link, path.group("file") != null, request, response);
  }

  private void show(
      ShareLinks.Living link,
      boolean file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException, IOException {
    var shown = versions.one(link.version());
    request.setAttribute(VIEW, shown);
    if (shown.isGone()) {
      response.setStatus(HttpServletResponse.SC_GONE);
      LinkDoor.forward("share-gone", request, response);
    } else if (file) {
      links.used(link.id());
      FileAnswer.send(request, response, versions.file(link.version()), "private, no-store");
    } else {
      links.used(link.id());
      LinkDoor.forward("shared", request, response);
    }
  }
}
