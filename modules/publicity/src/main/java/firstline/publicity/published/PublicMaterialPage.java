package firstline.publicity.published;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.screen.Screen;
import firstline.persistence.setting.Settings;
import firstline.persistence.text.PlainText;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** One material as the public sees it; the servlet has found it. */
@Named
@RequestScoped
public class PublicMaterialPage {
  private static final int DESCRIPTION = 160;

  @Inject private Screen screen;
  @Inject private Language language;

  public PublicMaterials.View getView() {
    var found =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestMap()
            .get(MaterialServlet.VIEW);
    if (found instanceof PublicMaterials.View view) {
      return view;
    }
    throw new NotFound();
  }

  public String getPath() {
    return "/materials/" + getView().number();
  }

  /** The page's address, as others are to link it. */
  public String getAddress() {
    return Settings.current().url().resolve(getPath()).toString();
  }

  /** Where programs learn how it is shown on other pages. */
  public String getOembed() {
    return Settings.current().url().resolve("/oembed") + "?url=" + Screen.encode(getAddress());
  }

  public String getDescription() {
    var first = getView().versions().get(0);
    return PlainText.start(
        PlainText.line(first.summary() + " " + first.text() + " " + first.altText()), DESCRIPTION);
  }

  @Requirement("R65.4")
  public String getJsonLd() {
    return MaterialData.script(getView(), Settings.current().url());
  }

  @Requirement("R65.4")
  public List<MaterialData.Element> getDublinCore() {
    return MaterialData.dublinCore(getView(), Settings.current().url());
  }

  public String getTopic() {
    return language.english() ? getView().topicEn() : getView().topic();
  }

  /** True for who reads badly: the same page in letters half as large again. */
  public boolean isLarge() {
    return screen.parameter("print").equals("large");
  }
}
