package firstline.rumour.published;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** One rebuttal as the public sees it; the servlet has found it. */
@Named
@RequestScoped
public class PublicRebuttalPage {
  public PublishedQueries.View getView() {
    var found =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestMap()
            .get(RumourServlet.VIEW);
    if (found instanceof PublishedQueries.View view) {
      return view;
    }
    throw new NotFound();
  }

  /** The explanation's paragraphs. */
  public List<String> getParagraphs() {
    return Arrays.stream(getView().explanation().split("\n"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** The page's address, as others are to link it. */
  public String getAddress() {
    return Settings.current().url().resolve("/rumours/" + getView().number()).toString();
  }

  public String getJsonLd() {
    return ClaimReview.of(getView(), getAddress());
  }
}
