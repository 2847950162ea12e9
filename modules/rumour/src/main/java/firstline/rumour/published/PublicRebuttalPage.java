package firstline.rumour.published;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.screen.Screen;
import firstline.persistence.setting.Settings;
import firstline.persistence.words.Language;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** One rebuttal as the public sees it; the servlet has found it. */
@Named
@RequestScoped
public class PublicRebuttalPage {
  private static final int DESCRIPTION = 160;

  @Inject private Screen screen;
  @Inject private Words words;
  @Inject private Language language;

  @Requirement("R8.4")
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

  /** The page's address, as others are to link it: without language, print or version. */
  public String getAddress() {
    return Settings.current().url().resolve(getPath()).toString();
  }

  public String getPath() {
    return "/rumours/" + getView().number();
  }

  /** What a card in a chat says below the headline: the verdict first, then why. */
  public String getDescription() {
    var verdict = words.get("rumour.verdict." + getView().verdict().name());
    var why = getView().explanation().replaceAll("\\s+", " ");
    var all = words.of("rumour.public.description", verdict, why);
    return all.length() <= DESCRIPTION ? all : all.substring(0, DESCRIPTION - 1) + '…';
  }

  /** The site's name of a language, for {@code og:locale}. */
  public String getLocale() {
    return language.english() ? "en_GB" : "zh_CN";
  }

  public String getJsonLd() {
    return ClaimReview.script(getView(), Settings.current().url());
  }

  /** True for who reads badly: the same page in letters half as large again. */
  public boolean isLarge() {
    return screen.parameter("print").equals("large");
  }
}
