package firstline.console.talk;

import firstline.console.palette.SearchIndex;
import firstline.persistence.refusal.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/** From a record's number, {@code number}, to its page, as the palette finds it. */
@WebServlet("/console/go")
public class GoServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LOOKED_AT = 20;

  @Inject private transient SearchIndex index;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var number = Objects.requireNonNullElse(request.getParameter("number"), "");
    if (!number.matches("[A-Z0-9-]{5,30}")) {
      throw new NotFound();
    }
    response.sendRedirect(
        index.search(number, LOOKED_AT).stream()
            .filter(hit -> hit.title().equals(number) || hit.title().startsWith(number + " "))
            .findFirst()
            .orElseThrow(NotFound::new)
            .href());
  }
}
