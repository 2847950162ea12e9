package firstline.broadcast.calendar;

import firstline.persistence.words.Language;
import jakarta.inject.Inject;
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
 * The public addresses {@code /programme}, {@code /programme/{area}} and {@code
 * /programme/{area}.ics}.
 */
@WebServlet("/programme/*")
public class PublicProgrammeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final String AROUND = "firstline.broadcast.programme";
  private static final Pattern PATH = Pattern.compile("/(?<area>[0-9]{12})(?<ics>\\.ics)?");

  @Inject private transient PublicProgramme programme;
  @Inject private transient Language language;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var path = Objects.requireNonNullElse(request.getPathInfo(), "/");
    if (path.equals("/")) {
      response.sendRedirect("/programme/" + programme.root());
      return;
    }
    var asked = PATH.matcher(path);
    var around =
        asked.matches()
            ? programme.around(asked.group("area"))
            : Optional.<PublicProgramme.Around>empty();
    if (around.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var place = around.get().place();
    if (asked.group("ics") != null) {
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setContentType("text/calendar;charset=UTF-8");
      response.getOutputStream().write(programme.iCalendar(place, language.tag()));
      return;
    }
    request.setAttribute(AROUND, around.get());
    request.getRequestDispatcher("/WEB-INF/broadcast/programme.xhtml").forward(request, response);
  }
}
