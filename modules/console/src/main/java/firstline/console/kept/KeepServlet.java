package firstline.console.kept;

import firstline.persistence.refusal.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Takes what the screen keeps: {@code name} and {@code value}, or of a list {@code columns} (how
 * many there are) and {@code shown} (the places ticked). Goes back to {@code to}, an address of the
 * console, or answers 204 without one.
 */
@WebServlet("/console/keep")
public class KeepServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 30;

  @Inject private transient KeptViews views;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var to = Objects.requireNonNullElse(request.getParameter("to"), "");
    try {
      views.keep(
          new KeptViews.Command(
              Objects.requireNonNullElse(request.getParameter("name"), ""), value(request)));
    } catch (Refusal refusal) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    if (to.startsWith("/console/")) {
      response.sendRedirect(to);
    } else {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
  }

  private static String value(HttpServletRequest request) {
    var columns = Objects.requireNonNullElse(request.getParameter("columns"), "");
    if (!columns.matches("[0-9]{1,2}")) {
      return Objects.requireNonNullElse(request.getParameter("value"), "");
    }
    var shown =
        List.of(Objects.requireNonNullElse(request.getParameterValues("shown"), new String[0]));
    return IntStream.rangeClosed(2, Math.min(MOST, Integer.parseInt(columns)))
        .mapToObj(String::valueOf)
        .filter(place -> !shown.contains(place))
        .collect(Collectors.joining(" "));
  }
}
