package firstline.market.inspect;

import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One draw: seed, list and hash, whom it drew, and the draw once more. */
@Named
@RequestScoped
public class DrawPage {
  @Inject private DrawQueries queries;
  @Inject private InspectionQueries inspections;
  @Inject private DrawInspections drawInspections;
  @Inject private Screen screen;

  private DrawQueries.@Nullable Drawn view;
  private DrawInspections.@Nullable Repeated repeated;

  public void load() {
    getView();
  }

  public DrawQueries.Drawn getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  /** Written as it goes into another program: unsigned, hexadecimal. */
  public String getSeed() {
    return Long.toHexString(getView().seed());
  }

  public List<InspectionQueries.Line> getPicks() {
    return inspections.ofDraw(getView().id());
  }

  public boolean isRepeating() {
    return screen.names("repeat");
  }

  public DrawInspections.Repeated getRepeated() {
    if (repeated == null) {
      repeated = drawInspections.repeat(getView().id());
    }
    return Objects.requireNonNull(repeated);
  }
}
