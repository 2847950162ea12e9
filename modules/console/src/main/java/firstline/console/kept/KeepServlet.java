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

/**
 * Takes what the screen keeps: {@code name} and {@code value}, or of a list {@code columns} (how
 * many there are), {@code order} (the places in their order), {@code shown} (those ticked) and, if
 * one is to move, {@code up} or {@code down}. Goes back to {@code to}, an address of the console,
 * or answers 204 without one.
 */
@WebServlet("/console/keep")
public class KeepServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient KeptViews views;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var to = withoutColumns(text(request, "to"));
    try {
      views.keep(new KeptViews.Command(text(request, "name"), value(request)));
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
    var columns = text(request, "columns");
    if (!columns.matches("[0-9]{1,2}")) {
      return text(request, "value");
    }
    var shown = all(request, "shown");
    var order =
        all(request, "order").stream()
            .map(place -> shown.contains(place) ? place : "-" + place)
            .collect(Collectors.joining(" "));
    return moved(request, Arrangement.read(order), Integer.parseInt(columns)).written();
  }

  /** Without a script, a button moves one column and the page comes again. */
  private static Arrangement moved(HttpServletRequest request, Arrangement kept, int columns) {
    var up = text(request, "up");
    var down = text(request, "down");
    if (!(up + down).matches("[0-9]{1,2}")) {
      return kept;
    }
    return kept.moved(Integer.parseInt(up + down), up.isEmpty() ? 1 : -1, columns);
  }

  /** What an address says of columns would hide what was just kept. */
  private static String withoutColumns(String address) {
    return address.replaceAll("([?&])columns=[^&]*&?", "$1").replaceAll("[?&]$", "");
  }

  private static List<String> all(HttpServletRequest request, String name) {
    return List.of(Objects.requireNonNullElse(request.getParameterValues(name), new String[0]));
  }

  private static String text(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }
}
