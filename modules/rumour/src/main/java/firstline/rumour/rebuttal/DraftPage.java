package firstline.rumour.rebuttal;

import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import firstline.rumour.rumour.RumourQueries;
import firstline.rumour.typing.Typed;
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
  @Inject private Typed typed;
  @Inject private Screen screen;
  @Inject private Words words;

  private @Nullable ContentForm form;
  private RumourQueries.@Nullable View rumour;
  private Typed.@Nullable Form kept;
  private @Nullable UUID drafted;

  public RumourQueries.View getRumour() {
    if (rumour == null) {
      rumour = rumours.one(screen.id("rumour"));
    }
    return rumour;
  }

  /** How much of the evidence stands. */
  public long getEvidence() {
    return getRumour().evidence().stream().filter(proof -> proof.withdrawnWhy() == null).count();
  }

  public String getSubject() {
    return DraftRebuttal.subject(getRumour().id());
  }

  /** What was typed before, if it says more than an empty form. */
  public Typed.@Nullable Form getKept() {
    if (kept == null) {
      kept =
          typed
              .in(getSubject())
              .filter(one -> !ContentForm.of(one.fields()).equals(empty()))
              .orElse(null);
    }
    return kept;
  }

  /** True while the form is still empty, and something was typed before. */
  public boolean isOffered() {
    return !screen.names("take") && !screen.names("claimText") && getKept() != null;
  }

  public ContentForm getForm() {
    if (form == null) {
      var before = screen.names("take") ? getKept() : null;
      if (screen.names("claimText")) {
        form = ContentForm.posted(screen);
      } else {
        form = before == null ? empty() : ContentForm.of(before.fields());
      }
    }
    return form;
  }

  private ContentForm empty() {
    var wordings = getRumour().wordings();
    return ContentForm.about(
        wordings.isEmpty() ? getRumour().title() : wordings.get(0).text(), getRumour().verdict());
  }

  public Preview getPreview() {
    return Preview.of(getForm(), ReadingRate.current());
  }

  /** Minutes and seconds in words. */
  public String reading(int seconds) {
    return PreviewServlet.reading(words, seconds);
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
