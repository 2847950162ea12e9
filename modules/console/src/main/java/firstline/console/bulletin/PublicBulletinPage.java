package firstline.console.bulletin;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.screen.Screen;
import firstline.persistence.setting.Settings;
import firstline.persistence.text.PlainText;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One issued bulletin as the public sees it; the servlet has found it. */
@Named
@RequestScoped
public class PublicBulletinPage {
  private static final int DESCRIPTION = 160;

  @Inject private PublicBulletins bulletins;
  @Inject private Screen screen;
  @Inject private Words words;

  private PublicBulletins.@Nullable Sources sources;

  public PublicBulletins.View getView() {
    var found =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestMap()
            .get(PublicBulletinServlet.VIEW);
    if (found instanceof PublicBulletins.View view) {
      return view;
    }
    throw new NotFound();
  }

  public String getPath() {
    return "/bulletins/" + getView().issue().number();
  }

  /** The page's address, as others are to link it. */
  public String getAddress() {
    return Settings.current().url().resolve(getPath()).toString();
  }

  public String getDescription() {
    return PlainText.start(
        getView().body().stream()
            .flatMap(line -> line.stream().map(BulletinText.Piece::text))
            .collect(Collectors.joining()),
        DESCRIPTION);
  }

  /** The figure whose sources were asked for; null if none was. */
  public PublicBulletins.@Nullable Frozen getFollowed() {
    var place = screen.parameter("figure");
    if (place.isEmpty()) {
      return null;
    }
    return getView().figures().stream()
        .filter(figure -> Integer.toString(figure.place()).equals(place))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** What that figure was made of. */
  public PublicBulletins.Sources getSources() {
    if (sources == null) {
      sources = bulletins.sources(getView(), Objects.requireNonNull(getFollowed()).place());
    }
    return Objects.requireNonNull(sources);
  }

  /** What counted a line, as people call it; as it calls itself if they do not. */
  public String source(String name) {
    var key = "public.source." + name.split("\\.", 2)[0];
    return words.containsKey(key) ? words.get(key) : name;
  }
}
