package firstline.broadcast.platform;

import firstline.broadcast.ebm.EbdPackage;
import firstline.persistence.refusal.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

/** {@code /console/broadcast/ebm?id=…}: the message of an emergency's schedule, to take along. */
@WebServlet("/console/broadcast/ebm")
public class EbmServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient GiveOutEbm giveOutEbm;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var id = Objects.requireNonNullElse(request.getParameter("id"), "");
    if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new NotFound();
    }
    var tar = giveOutEbm.give(new GiveOutEbm.Command(UUID.fromString(id))).tar();
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(EbmResource.TAR);
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + EbdPackage.unpack(tar).name() + "\"");
    response.setContentLength(tar.length);
    response.getOutputStream().write(tar);
  }
}
