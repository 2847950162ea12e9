package firstline.rumour.claim;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The form for a new claim. */
@Named
@RequestScoped
public class ClaimPage {
  @Inject private FileClaim fileClaim;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private FileClaim.@Nullable Filed filed;

  public String getText() {
    return screen.parameter("text");
  }

  public String getSeen() {
    return screen.parameter("seen");
  }

  public String getArea() {
    return screen.names("area") ? screen.parameter("area") : desk.officer().areaCode();
  }

  public void file() {
    screen.run(
        () -> filed = fileClaim.file(new FileClaim.Command(getText(), getSeen(), getArea())),
        "rumour.claim.filed",
        () -> "/console/rumour/claims?open=" + (filed == null ? "" : filed.id()));
  }
}
