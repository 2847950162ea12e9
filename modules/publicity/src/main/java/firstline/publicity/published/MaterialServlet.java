package firstline.publicity.published;

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

/**
 * The public addresses {@code /materials}, {@code /materials/{number}}, {@code
 * /materials/campaigns/{number}} and {@code /notices}.
 */
@WebServlet({"/materials/*", "/notices"})
public class MaterialServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final String VIEW = "firstline.publicity.published";
  private static final String PAGES = "/WEB-INF/publicity/";
  private static final Pattern ONE = Pattern.compile("/(?<number>M-[0-9]{4}-[0-9]{4,9})");
  private static final Pattern CAMPAIGN =
      Pattern.compile("/campaigns/(?<number>K-[0-9]{4}-[0-9]{3,9})");

  @Inject private transient PublicMaterials materials;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var path = Objects.requireNonNullElse(request.getPathInfo(), "/");
    if (request.getServletPath().equals("/notices")) {
      forward("notices", request, response);
      return;
    }
    var one = ONE.matcher(path);
    var campaign = CAMPAIGN.matcher(path);
    if (path.equals("/")) {
      forward("public-materials", request, response);
    } else if (one.matches()) {
      one(one.group("number"), request, response);
    } else if (campaign.matches()) {
      campaign(campaign.group("number"), request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void one(String number, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var view = materials.one(number);
    if (view.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (view.get().isGone()) {
      gone(view.get(), "material-gone", request, response);
    } else {
      request.setAttribute(VIEW, view.get());
      forward("public-material", request, response);
    }
  }

  private void campaign(String number, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var campaign = materials.campaign(number);
    if (campaign.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    request.setAttribute(VIEW, campaign.get());
    forward("public-campaign", request, response);
  }

  /** The notice in the place of what is gone: wherever somebody asks for it. */
  @Requirement("R65.2")
  static void gone(
      PublicMaterials.View view,
      String page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException, IOException {
    request.setAttribute(VIEW, view);
    response.setStatus(HttpServletResponse.SC_GONE);
    response.setHeader("Cache-Control", "no-store");
    forward(page, request, response);
  }

  static void forward(String page, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher(PAGES + page + ".xhtml").forward(request, response);
  }
}
