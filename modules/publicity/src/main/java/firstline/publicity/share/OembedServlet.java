package firstline.publicity.share;

import firstline.persistence.api.JsonAnswer;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.Settings;
import firstline.publicity.published.PublicMaterials;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * {@code /oembed?url=&maxwidth=&maxheight=&format=}: oEmbed 1.0 for the pages of materials; 410 of
 * one that is out no more.
 */
@WebServlet("/oembed")
public class OembedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LEAST = 200;

  @Inject private transient PublicMaterials materials;

  @Override
  @Requirement({"R65.8", "R66.4"})
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!parameter(request, "format").matches("|json")) {
      response.setStatus(HttpServletResponse.SC_NOT_IMPLEMENTED);
      return;
    }
    var site = Settings.current().url();
    var view = Embed.number(parameter(request, "url"), site).flatMap(materials::one);
    if (view.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (view.get().isGone()) {
      response.setHeader("Cache-Control", "no-store");
      response.setStatus(HttpServletResponse.SC_GONE);
      return;
    }
    JsonAnswer.send(
        response,
        Embed.answer(
            view.get().number(),
            view.get().title(),
            site,
            new int[] {most(request, "maxwidth"), most(request, "maxheight")}));
  }

  private static int most(HttpServletRequest request, String name) {
    var text = parameter(request, name);
    return text.matches("[0-9]{1,5}") ? Math.max(LEAST, Integer.parseInt(text)) : 99_999;
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }
}
