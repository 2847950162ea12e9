package firstline.publicity.share;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.setting.Settings;
import firstline.publicity.published.PublicMaterials;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/** A material in the frame of somebody's page. */
@Named
@RequestScoped
public class EmbedPage {
  public PublicMaterials.View getView() {
    var found =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestMap()
            .get(EmbedServlet.VIEW);
    if (found instanceof PublicMaterials.View view) {
      return view;
    }
    throw new NotFound();
  }

  /** The first of what is out; of what is gone, the last that was. */
  public PublicMaterials.Version getShown() {
    var view = getView();
    return (view.isGone() ? view.gone() : view.versions()).get(0);
  }

  public String getAddress() {
    return Settings.current().url().resolve("/materials/" + getView().number()).toString();
  }
}
