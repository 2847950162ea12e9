package firstline.console.trail;

import firstline.persistence.screen.Screen;
import firstline.persistence.trail.Stop;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a text went, drawn and told. */
@Named
@RequestScoped
public class TrailPage {
  @Inject private Trail trail;
  @Inject private Screen screen;

  private Trail.@Nullable Found found;
  private @Nullable TrailPicture picture;

  public void load() {
    getFound();
  }

  public Trail.Found getFound() {
    if (found == null) {
      found = trail.of(getAsked());
    }
    return Objects.requireNonNull(found);
  }

  /** The number that was asked for. */
  public String getAsked() {
    return screen.parameter("of").strip();
  }

  public TrailPicture getPicture() {
    if (picture == null) {
      picture = TrailPicture.of(getFound().stops(), getAsked());
    }
    return Objects.requireNonNull(picture);
  }

  /** What the stop was made of, as it is called; empty for the beginning. */
  public String madeOf(Stop stop) {
    return getFound().stops().stream()
        .filter(one -> one.key().equals(stop.from()))
        .map(Stop::title)
        .findFirst()
        .orElse("");
  }
}
