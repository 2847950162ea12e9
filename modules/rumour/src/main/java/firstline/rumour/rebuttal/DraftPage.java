package firstline.rumour.rebuttal;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.rumour.claim.ClaimQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new rebuttal, perhaps for a claim that the address names. */
@Named
@RequestScoped
public class DraftPage {
  @Inject private DraftRebuttal draftRebuttal;
  @Inject private ClaimQueries claims;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable ContentForm form;
  private @Nullable UUID drafted;

  public ContentForm getForm() {
    if (form == null) {
      form = screen.names("fact") ? ContentForm.posted(screen) : ContentForm.about(claimText());
    }
    return form;
  }

  /** The claim that it answers, or empty. */
  public String getClaim() {
    return screen.parameter("claim");
  }

  public String getArea() {
    return screen.names("area") ? screen.parameter("area") : desk.officer().areaCode();
  }

  public void draft() {
    screen.run(
        () ->
            drafted =
                draftRebuttal
                    .draft(
                        new DraftRebuttal.Command(
                            getArea(),
                            ContentForm.posted(screen).content(),
                            screen.names("claim") ? screen.id("claim") : null))
                    .id(),
        "rumour.drafted",
        () -> "/console/rumour/rebuttal?id=" + drafted);
  }

  private String claimText() {
    if (!screen.names("claim")) {
      return "";
    }
    var text = claims.one(screen.id("claim")).text();
    return text.substring(0, Math.min(Content.CLAIM, text.length()));
  }
}
