package firstline.publicity.share;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What a share link shows; the servlet has found it. */
@Named
@RequestScoped
public class SharedPage {
  @Inject private Screen screen;

  public SharedVersions.Shown getView() {
    var found =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestMap()
            .get(ShareServlet.VIEW);
    if (found instanceof SharedVersions.Shown view) {
      return view;
    }
    throw new NotFound();
  }

  /** The link's own address. */
  public String getHere() {
    var request =
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    var asked = (String) request.getAttribute("jakarta.servlet.forward.request_uri");
    return asked == null ? "" : asked;
  }

  /** What was wrong with the password: nothing, 1, or many tries. */
  public String getWrong() {
    return screen.parameter("wrong");
  }
}
