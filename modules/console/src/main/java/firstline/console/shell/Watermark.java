package firstline.console.shell;

import firstline.persistence.chosen.ChosenSettings;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.time.Clocks;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Who looks at the screen and on which day, as a picture that the pages tile faintly over
 * themselves while the setting is on: whoever photographs or prints a page is named on it.
 */
@WebServlet("/console/watermark.svg")
public class Watermark extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Desk desk;
  @Inject private transient ChosenSettings settings;
  @Inject private transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (desk.signedIn().isEmpty() || !settings.on(ScreenSettings.WATERMARK)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("image/svg+xml");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    // The next officer at this browser is another one.
    response.setHeader("Cache-Control", "no-store");
    response
        .getWriter()
        .print(picture(desk.officer(), LocalDate.ofInstant(clock.instant(), Clocks.ZONE)));
  }

  @Requirement("R115.1")
  static String picture(OfficerOnDuty officer, LocalDate day) {
    var username = officer.username();
    var part = username.substring(0, Math.min(3, username.length()));
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="320" height="200">\
        <text x="20" y="150" transform="rotate(-24 160 100)" font-family="sans-serif"\
         font-size="15" fill="#808080" fill-opacity="0.16">"""
        + escaped(officer.name() + " " + part + "… " + day)
        + "</text></svg>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
