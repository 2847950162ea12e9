package firstline.rumour.rebuttal;

import firstline.persistence.screen.Screen;
import firstline.rumour.rumour.RumourQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The first draft of the answer to the rumour that the address names. */
@Named
@RequestScoped
public class DraftPage {
  @Inject private DraftRebuttal draftRebuttal;
  @Inject private RumourQueries rumours;
  @Inject private Screen screen;

  private @Nullable ContentForm form;
  private RumourQueries.@Nullable View rumour;
  private @Nullable UUID drafted;

  public RumourQueries.View getRumour() {
    if (rumour == null) {
      rumour = rumours.one(screen.id("rumour"));
    }
    return rumour;
  }

  public ContentForm getForm() {
    if (form == null) {
      form =
          screen.names("fact")
              ? ContentForm.posted(screen)
              : ContentForm.about(
                  getRumour().wordings().isEmpty()
                      ? getRumour().title()
                      : getRumour().wordings().get(0).text(),
                  getRumour().verdict());
    }
    return form;
  }

  public void draft() {
    screen.run(
        () ->
            drafted =
                draftRebuttal
                    .draft(
                        new DraftRebuttal.Command(
                            screen.id("rumour"), ContentForm.posted(screen).content()))
                    .id(),
        "rumour.drafted",
        () -> "/console/rumour/rebuttal?id=" + drafted);
  }
}
